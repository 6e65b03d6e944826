using System.Security.Cryptography.X509Certificates;

namespace Switchbook.Access.Clients;

/// <summary>A client as an administrator typed it.</summary>
internal sealed record ClientDraft
{
    /// <summary>The configuration name, which is also the name that it signs in with.</summary>
    public required string Name { get; init; }

    /// <summary>Addresses and networks in CIDR form; empty for anywhere.</summary>
    public IReadOnlyList<string> Networks { get; init; } = [];

    /// <summary>The name of the view that it is to have; null for the whole directory.</summary>
    public string? View { get; init; }

    /// <summary>How often it may ask, from all its addresses together; null for no limit of its own.</summary>
    public int? RequestsPerSecond { get; init; }

    /// <summary>Null for none.</summary>
    public string? Password { get; init; }

    /// <summary>Whether its password may also be proven by SASL DIGEST-MD5.</summary>
    public bool AllowsDigest { get; init; }

    /// <summary>Whether it gets a token for its addresses (URLs).</summary>
    public bool HasToken { get; init; }

    /// <summary>What it shows when it comes by TLS; null for none.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Never shows the password.</summary>
    public override string ToString() => $"ClientDraft({Name})";
}
