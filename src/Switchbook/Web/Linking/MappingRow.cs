using System.Collections.Immutable;

namespace Switchbook.Web.Linking;

/// <summary>One number field as a row: the property, and what is added to the name.</summary>
internal sealed record MappingRow(string Property, string Suffix)
{
    /// <summary>The rows of what somebody typed, right or wrong.</summary>
    public static ImmutableArray<MappingRow> Of(string text) => [.. text.Split(',').Select(Parse)];

    public static string Text(IEnumerable<MappingRow> rows) => string.Join(',', rows);

    public override string ToString() => Suffix.Length == 0 ? Property : $"{Property}={Suffix}";

    private static MappingRow Parse(string token)
    {
        var parts = token.Split('=', 2);
        return new(parts[0].Trim(), parts.Length == 2 ? parts[1].Trim().Trim('"') : "");
    }
}
