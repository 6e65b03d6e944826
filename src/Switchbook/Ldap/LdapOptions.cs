using System.ComponentModel.DataAnnotations;

namespace Switchbook.Ldap;

/// <summary>What the operator says of the LDAP door: the section <c>Ldap</c>.</summary>
internal sealed class LdapOptions
{
    public const string Section = "Ldap";

    /// <summary>Where LDAP listens, 0 for nowhere; 3890 unless set.</summary>
    [Range(0, 65_535)]
    public int Port { get; set; } = 3890;

    /// <summary>Where LDAPS listens, 0 for nowhere; 6360 unless set.</summary>
    [Range(0, 65_535)]
    public int TlsPort { get; set; } = 6360;

    /// <summary>The address that both listen on: an IP address, or <c>*</c> for all; the loopback address unless set.</summary>
    [Required]
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>The name of the tree's root.</summary>
    [Required]
    public string BaseDn { get; set; } = "dc=switchbook";

    /// <summary><c>extended</c>, or <c>strict</c> for RFC 4517 and nothing more; the five settings below count for the first alone.</summary>
    public LdapMatching Matching { get; set; } = LdapMatching.Extended;

    /// <summary>Whether names match without accents and in their usual transliterations: Müller as Muller and Mueller.</summary>
    public bool FoldNames { get; set; } = true;

    /// <summary>Whether any word of a name is its beginning: <c>sm*</c> finds John Smith.</summary>
    public bool AnyWord { get; set; } = true;

    /// <summary>Whether words may come in any order: <c>smith john</c> finds John Smith.</summary>
    public bool AnyWordOrder { get; set; } = true;

    /// <summary>Whether numbers match however they are written, by extension and by their last digits.</summary>
    public bool AnyNumberFormat { get; set; } = true;

    /// <summary>Whether digits in a filter on a name are keys of a telephone: 2 for a, b or c. Off unless set.</summary>
    public bool KeypadNames { get; set; }

    /// <summary>Connections at one time, 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int MaximumConnections { get; set; } = 10_000;

    /// <summary>Connections at one time from one address, 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int MaximumConnectionsPerAddress { get; set; } = 1_000;

    /// <summary>The entries that one search gives at most without paging, 1 to 100,000,000; no limit in practice unless set.</summary>
    [Range(1, 100_000_000)]
    public int SizeLimit { get; set; } = 1_000_000;

    /// <summary>How long one search may take, 1 second to 1 hour; a minute unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The largest request in octets, 1 KiB to 64 MiB; 256 KiB unless set.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public int MaximumMessageSize { get; set; } = 256 * 1024;

    /// <summary>How deep a filter may nest, 1 to 100; 32 unless set.</summary>
    [Range(1, 100)]
    public int MaximumFilterDepth { get; set; } = 32;

    /// <summary>How long a client may leave a full output unread before it is cut off, 1 second to 1 hour; 30 seconds unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan SlowReaderTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether a search below a name that is none of the tree goes to its root: some phones come with <c>0</c> as their base. Off unless set.</summary>
    public bool AcceptAnyBase { get; set; }

    /// <summary>How long a connection may stay without a request, 1 second to 1 day; 15 minutes unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromMinutes(15);
}
