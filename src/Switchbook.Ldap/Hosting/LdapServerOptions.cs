using System.ComponentModel.DataAnnotations;
using System.Net.Security;

namespace Switchbook.Ldap.Hosting;

/// <summary>How an LDAP server behaves; every limit holds for each server of the process alone.</summary>
public sealed class LdapServerOptions
{
    /// <summary>Connections at one time, 1 to 1,000,000; default 10,000. More are closed at once.</summary>
    [Range(1, 1_000_000)]
    public int MaximumConnections { get; set; } = 10_000;

    /// <summary>Connections at one time from one address, 1 to 1,000,000; default 1,000.</summary>
    [Range(1, 1_000_000)]
    public int MaximumConnectionsPerAddress { get; set; } = 1_000;

    /// <summary>How long a connection may stay without a request, 1 second to 1 day; default 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a request may take to come in from its first octet to its last, 1 second to 1 hour; default 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan SlowSenderTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a client may leave a full output unread before it is cut off, 1 second to 1 hour; default 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan SlowReaderTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a TLS handshake may take, 1 second to 5 minutes; default 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan HandshakeTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The largest request in octets, 1 KiB to 64 MiB; default 256 KiB.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public int MaximumMessageSize { get; set; } = 256 * 1024;

    /// <summary>How deep a filter may nest, 1 to 100; default 32.</summary>
    [Range(1, 100)]
    public int MaximumFilterDepth { get; set; } = 32;

    /// <summary>How many parts a filter may have, 1 to 100,000; default 1,000.</summary>
    [Range(1, 100_000)]
    public int MaximumFilterItems { get; set; } = 1_000;

    /// <summary>The entries that one search gives at most without paging, 1 to 100,000,000; default 100,000.</summary>
    [Range(1, 100_000_000)]
    public int SizeLimit { get; set; } = 100_000;

    /// <summary>The entries of a page at most, 1 to 1,000,000; default 10,000.</summary>
    [Range(1, 1_000_000)]
    public int MaximumPageSize { get; set; } = 10_000;

    /// <summary>How long a search may take, 1 second to 1 hour; default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Searches that one connection may have under way, 1 to 1,000; default 32. Further requests wait unread.</summary>
    [Range(1, 1_000)]
    public int MaximumOperationsPerConnection { get; set; } = 32;

    /// <summary>
    /// Whether a bind with a name and an empty password counts as anonymous. Off by default: it gets unwillingToPerform
    /// (RFC 4513, section 5.1.2), so that nobody takes it for a proof.
    /// </summary>
    public bool AllowEmptyPassword { get; set; }

    /// <summary>Whether a password sent without TLS is refused with confidentialityRequired. Off by default: many phones know no TLS.</summary>
    public bool RequireTlsForPasswords { get; set; }

    /// <summary>The realm of DIGEST-MD5.</summary>
    [Required]
    public string Realm { get; set; } = "ldap";

    /// <summary>
    /// The base of a search that names none: null for the directory's first naming context. A search of scope base without a base
    /// is for the root DSE all the same.
    /// </summary>
    public string? DefaultSearchBase { get; set; }

    /// <summary>
    /// Whether a search whose base is no DN or lies outside every naming context goes to the default base, in place of
    /// invalidDNSyntax or noSuchObject. Off by default; some phones come with <c>0</c> as their base.
    /// </summary>
    public bool AcceptAnyBase { get; set; }

    /// <summary>What StartTLS uses; null when it is not offered. Keep one object with a certificate context, so that sessions resume.</summary>
    public SslServerAuthenticationOptions? Tls { get; set; }

    /// <summary>The root DSE's vendorName (RFC 3045); null for none.</summary>
    public string? VendorName { get; set; }

    /// <summary>The root DSE's vendorVersion (RFC 3045); null for none.</summary>
    public string? VendorVersion { get; set; }
}
