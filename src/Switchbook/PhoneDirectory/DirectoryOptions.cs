using System.ComponentModel.DataAnnotations;
using Switchbook.Numbers;

namespace Switchbook.PhoneDirectory;

/// <summary>What the operator says of the system directory: the section <c>Directory</c>.</summary>
internal sealed class DirectoryOptions : IValidatableObject
{
    public const string Section = "Directory";

    /// <summary>How many entries of links stand at most, from 1 to 1,000,000; manual ones do not count. 10,000 unless set.</summary>
    [Range(1, 1_000_000)]
    public int MaximumEntries { get; set; } = 10_000;

    /// <summary>
    /// The region (ISO 3166-1 alpha-2, such as <c>GB</c>) in which numbers without a country code are read when their link has none.
    /// Unless set, the one that most numbers of the first link belong to, else <c>US</c>.
    /// </summary>
    public string? DefaultRegion { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (DefaultRegion is { Length: > 0 } && NumberRegion.Find(DefaultRegion) is null)
        {
            yield return new ValidationResult(
                $"Directory:DefaultRegion is '{DefaultRegion}', which is no region (ISO 3166-1 alpha-2) such as GB or US.",
                [nameof(DefaultRegion)]);
        }
    }
}
