using Switchbook.Storage.Auditing;

namespace Switchbook.Storage;

/// <summary>A phone, a PBX, or a group of them that may ask from other computers; its secrets only as hashes.</summary>
[Audited("client")]
internal sealed class ClientRow
{
    public int Id { get; set; }

    public required string Name { get; set; }

    /// <summary>The name in upper case: names are unique whatever their case.</summary>
    [Upkeep]
    public required string NameKey { get; set; }

    /// <summary>Networks in CIDR form, separated by blanks; empty for any.</summary>
    public required string Networks { get; set; }

    /// <summary>The name of the view that it has; null for the whole directory.</summary>
    public string? View { get; set; }

    /// <summary>How often it may ask; null for no limit of its own.</summary>
    public int? RequestsPerSecond { get; set; }

    /// <summary>By ASP.NET Core's password hasher; null for a client that is known by its address or token alone.</summary>
    [Secret]
    public string? PasswordHash { get; set; }

    /// <summary>SHA-256 of the token, which is random and long; null for none.</summary>
    [Secret]
    public byte[]? TokenHash { get; set; }

    /// <summary>The digest MD5(name:realm:password) for SASL DIGEST-MD5, encrypted; null where it was not asked for.</summary>
    [Secret]
    public byte[]? DigestSecret { get; set; }

    /// <summary>SHA-256 of the certificate that the client shows; null for none.</summary>
    public byte[]? CertificateHash { get; set; }

    [Upkeep]
    public DateTimeOffset CreatedAt { get; set; }
}
