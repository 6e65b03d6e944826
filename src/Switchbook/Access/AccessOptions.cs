using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Switchbook.Access;

/// <summary>Whom the doors believe, and how much they bear: the section <c>Access</c>.</summary>
internal sealed class AccessOptions : IValidatableObject
{
    public const string Section = "Access";

    /// <summary>Addresses and networks (CIDR) of reverse proxies, which are believed when they say for whom they ask; none unless set.</summary>
    public List<string> Proxies { get; } = [];

    /// <summary>The server's certificate: PFX, or PEM with the chain behind it; unless set, <c>server.pfx</c> of the data directory.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>Its private key as PEM, where the certificate's file does not hold it.</summary>
    public string? CertificateKeyFile { get; set; }

    /// <summary>The file with nothing but the password of its key; none unless set.</summary>
    public string? CertificatePasswordFile { get; set; }

    /// <summary>
    /// How often another computer may ask, at all doors together, in a second on the average of five, 1 to 1,000,000; 200 unless
    /// set. Computers of one IPv6 network (/64) count as one.
    /// </summary>
    [Range(1, 1_000_000)]
    public int RequestsPerSecond { get; set; } = 200;

    /// <summary>HTTP connections at one time, 1 to 1,000,000; 10,000 unless set.</summary>
    [Range(1, 1_000_000)]
    public int MaximumConnections { get; set; } = 10_000;

    /// <summary>HTTP connections of another computer at one time, 1 to 1,000,000; 1,000 unless set. Named proxies may have all.</summary>
    [Range(1, 1_000_000)]
    public int MaximumConnectionsPerAddress { get; set; } = 1_000;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from proxy in Proxies
        where !NetworkText.TryRead(proxy, out _)
        select new ValidationResult($"Access:Proxies holds '{proxy}', which is neither an address nor a network such as 192.0.2.0/24.", [nameof(Proxies)]);

    /// <summary>The proxies, once they are known to be valid.</summary>
    public ImmutableArray<IPNetwork> ReadProxies() => [.. Proxies.Select(proxy => NetworkText.TryRead(proxy, out var network) ? network : default)];
}
