using System.ComponentModel.DataAnnotations;
using Switchbook.Numbers;

namespace Switchbook.Phonebooks;

/// <summary>What the operator says of the documents that phones and PBXs fetch: the section <c>Phonebooks</c>.</summary>
internal sealed class PhonebookOptions : IValidatableObject
{
    public const string Section = "Phonebooks";

    /// <summary>
    /// The address of this server in links and settings, such as <c>http://directory.example.com:8080</c>; unless set, the one that a
    /// request came to.
    /// </summary>
    public string? Address { get; set; }

    /// <summary>Whether an IP Office gets an entry <c>zzLastUpdated</c> whose number is the time of the data (UTC). Off unless set.</summary>
    public bool LastUpdatedEntry { get; set; }

    /// <summary>The vendors, by the names in the addresses (<c>yealink</c>, <c>ipoffice</c>), that differ from what they get by default.</summary>
    public Dictionary<string, VendorOptions> Vendors { get; } = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Address is { Length: > 0 } && !(Uri.TryCreate(Address, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            yield return new ValidationResult($"Phonebooks:Address is '{Address}', which is no address such as http://directory.example.com:8080.", [nameof(Address)]);
        }

        foreach (var (vendor, options) in Vendors)
        {
            if (!NumberPolicies.IsConsumer(vendor))
            {
                yield return new ValidationResult($"Phonebooks:Vendors:{vendor} is no vendor: {string.Join(", ", NumberPolicies.Consumers)}.", [nameof(Vendors)]);
            }
            else if (!NumberPolicyText.TryRead(options.Numbers ?? "", out _, out var problem))
            {
                yield return new ValidationResult($"Phonebooks:Vendors:{vendor}:Numbers: {problem.Message} {problem.Action}", [nameof(Vendors)]);
            }
        }
    }
}
