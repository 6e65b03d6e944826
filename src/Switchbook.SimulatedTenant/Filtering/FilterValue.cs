using System.Globalization;

namespace Switchbook.SimulatedTenant.Filtering;

/// <summary>The values that filters compare; text without regard to case, as the directory does.</summary>
internal static class FilterValue
{
    /// <summary>A literal without quotes: a boolean, a GUID, a moment or a number; null when it is none of them.</summary>
    public static object? Parse(string word) => word switch
    {
        "true" => true,
        "false" => false,
        _ when Guid.TryParse(word, out var id) => id.ToString(),
        _ when DateTimeOffset.TryParse(word, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            && word.Contains('-', StringComparison.Ordinal) => moment,
        _ when long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    public static bool AreEqual(object? value, object? literal) => (value, literal) switch
    {
        (string first, string second) => first.Equals(second, StringComparison.OrdinalIgnoreCase),
        _ => Equals(value, literal),
    };

    /// <summary>Below, at or above; null when the two cannot be compared.</summary>
    public static int? Compare(object? value, object? literal) => (value, literal) switch
    {
        (string first, string second) => string.Compare(first, second, StringComparison.OrdinalIgnoreCase),
        (DateTimeOffset first, DateTimeOffset second) => first.CompareTo(second),
        _ => null,
    };
}
