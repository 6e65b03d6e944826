namespace Switchbook.PhoneDirectory;

/// <summary>The people that one link, or the manual entries, bring into the system directory.</summary>
/// <param name="Name">The link's configuration name, or <see cref="Manual"/>.</param>
/// <param name="Region">
/// The region (ISO 3166-1 alpha-2) in which its numbers without a country code are read; null for the directory's default.
/// </param>
/// <param name="People">Read once, in any order; what stands in the directory must not depend on that order.</param>
internal sealed record DirectorySource(string Name, string? Region, IEnumerable<DirectoryPerson> People)
{
    /// <summary>The source name of manual entries, which win over every link.</summary>
    public const string Manual = "manual";
}
