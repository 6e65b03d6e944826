namespace Switchbook.Access.Views;

/// <summary>
/// The part of the directory that a client sees. Views with the same content are equal, so that what is made for one serves for all
/// clients that have it.
/// </summary>
internal sealed record ClientView
{
    private const char Separator = '\n';

    /// <summary>What stands for entries made by hand among the sources.</summary>
    public const string Manual = "manual";

    /// <summary>The view of a client whose view is not there: nothing.</summary>
    public static readonly ClientView Nothing = new() { Name = "", Sources = "", ChangedAt = DateTimeOffset.UnixEpoch };

    /// <summary>Unique whatever its case.</summary>
    public required string Name { get; init; }

    /// <summary>The names of links, and <see cref="Manual"/>, a line each; null for all.</summary>
    public string? Sources { get; init; }

    /// <summary>The kinds of number of people, such as <c>businessPhones</c>, a line each; null for all. Entries made by hand have none.</summary>
    public string? Kinds { get; init; }

    /// <summary>What of <see cref="ViewFields.All"/> is shown beside names and numbers, a line each; null for all.</summary>
    public string? Fields { get; init; }

    /// <summary>The root of its LDAP tree; null for that of the settings.</summary>
    public string? BaseDn { get; init; }

    /// <summary>What was fetched before is old, whenever its data was read.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    public bool HasSource(string name) => Has(Sources, name);

    public bool HasKind(string kind) => Has(Kinds, kind);

    public bool HasField(string field) => Has(Fields, field);

    /// <summary>The lines of a list; null for everything.</summary>
    public static IReadOnlyList<string>? Lines(string? list) => list?.Split(Separator, StringSplitOptions.RemoveEmptyEntries);

    public static string? Join(IEnumerable<string>? lines) => lines is null ? null : string.Join(Separator, lines);

    private static bool Has(string? list, string one) => Lines(list)?.Contains(one, StringComparer.OrdinalIgnoreCase) ?? true;
}
