using Switchbook.Storage.Auditing;

namespace Switchbook.Storage;

/// <summary>One credential of a link, only under Data Protection, and what is known of it.</summary>
[Audited("credential")]
internal sealed class CredentialRow
{
    /// <summary>The higher one was given later, and is tried first.</summary>
    public int Id { get; set; }

    public int LinkId { get; set; }

    /// <summary><c>secret</c>, <c>certificate</c>, <c>managed-identity</c>, <c>user-managed-identity</c> or <c>workload-identity</c>.</summary>
    public required string Kind { get; set; }

    [Secret]
    public required string Protected { get; set; }

    /// <summary>When it ends; null when nobody said so.</summary>
    public DateTimeOffset? Ends { get; set; }

    /// <summary>Who said when it ends: <c>typed</c>, <c>certificate</c> or <c>registration</c>.</summary>
    public string? EndsKnownBy { get; set; }

    /// <summary>The "Secret ID" or "Certificate ID" of the application's registration.</summary>
    public string? KeyId { get; set; }

    /// <summary>SHA-1 in hexadecimal; of a certificate only.</summary>
    public string? Thumbprint { get; set; }

    [Upkeep]
    public DateTimeOffset AddedAt { get; set; }

    /// <summary>When it first signed in; null while it has not.</summary>
    [Upkeep]
    public DateTimeOffset? ProvenAt { get; set; }

    /// <summary>When the registration was last asked about it.</summary>
    [Upkeep]
    public DateTimeOffset? ReviewedAt { get; set; }
}
