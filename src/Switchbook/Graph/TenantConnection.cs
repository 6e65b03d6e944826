namespace Switchbook.Graph;

/// <summary>All that is needed to sign in to a tenant and to read it.</summary>
internal sealed record TenantConnection
{
    /// <summary>The tenant's GUID or one of its verified domains.</summary>
    public required string TenantId { get; init; }

    /// <summary>The application (client) ID.</summary>
    public required string ClientId { get; init; }

    public required ClientCredential Credential { get; init; }

    /// <summary>What is tried when the sign-in service refuses <see cref="Credential"/>; null for nothing.</summary>
    public ClientCredential? EarlierCredential { get; init; }

    public required CloudEndpoints Endpoints { get; init; }

    /// <summary>Certificate authorities (PEM) trusted beside those of the operating system; null for none.</summary>
    public string? TrustedAuthoritiesPem { get; init; }

    /// <summary>Where an administrator grants the permissions that the application asks for.</summary>
    public string AdminConsentUrl =>
        $"{Endpoints.Login.AbsoluteUri}{Uri.EscapeDataString(TenantId)}/adminconsent?client_id={Uri.EscapeDataString(ClientId)}";
}
