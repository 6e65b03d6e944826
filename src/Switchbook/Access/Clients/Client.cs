using System.Collections.Immutable;
using System.Net;
using Switchbook.Access.Views;

namespace Switchbook.Access.Clients;

/// <summary>A phone, a PBX, or a group of them that may ask from other computers.</summary>
internal sealed record Client
{
    /// <summary>Unique whatever its case.</summary>
    public required string Name { get; init; }

    /// <summary>Where it may come from; empty for anywhere.</summary>
    public required ImmutableArray<IPNetwork> Networks { get; init; }

    /// <summary>What it sees of the directory; null for all of it.</summary>
    public ClientView? View { get; init; }

    public string? PasswordHash { get; init; }

    public byte[]? TokenHash { get; init; }

    /// <summary>What proves a DIGEST-MD5 bind (RFC 2831): as good as the password, so in memory only.</summary>
    public byte[]? DigestSecret { get; init; }

    /// <summary>SHA-256 of its certificate.</summary>
    public byte[]? CertificateHash { get; init; }

    /// <summary>How often it may ask, from all its addresses together; null for as often as each of these may.</summary>
    public int? RequestsPerSecond { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether its address is all that it must show.</summary>
    public bool IsKnownByAddress => PasswordHash is null && TokenHash is null && CertificateHash is null;

    public bool MayComeFrom(IPAddress address) => Networks.IsEmpty || Networks.Any(network => network.Contains(address));
}
