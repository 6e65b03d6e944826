using System.ComponentModel.DataAnnotations;

namespace Switchbook.Access;

/// <summary>Whom the doors believe: the section <c>Access</c>.</summary>
internal sealed class AccessOptions : IValidatableObject
{
    public const string Section = "Access";

    /// <summary>Addresses and networks (CIDR) of reverse proxies, which are believed when they say for whom they ask; none unless set.</summary>
    public List<string> Proxies { get; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from proxy in Proxies
        where !NetworkText.TryRead(proxy, out _)
        select new ValidationResult($"Access:Proxies holds '{proxy}', which is neither an address nor a network such as 192.0.2.0/24.", [nameof(Proxies)]);
}
