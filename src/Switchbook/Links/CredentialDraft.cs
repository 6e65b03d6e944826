namespace Switchbook.Links;

/// <summary>A credential as an administrator hands it over, or what is to be changed about those that the link has.</summary>
internal abstract record CredentialDraft
{
    private CredentialDraft()
    {
    }

    /// <summary>When it ends, as far as the administrator knows; null keeps what is known.</summary>
    public DateTimeOffset? Ends { get; init; }

    /// <summary>A client secret's value.</summary>
    internal sealed record Secret(string Value) : CredentialDraft
    {
        public override string ToString() => "Secret";
    }

    /// <summary>A certificate with its private key: PFX bytes, or PEM text with both.</summary>
    /// <param name="Password">Of the file; null for none.</param>
    internal sealed record Certificate(byte[] Content, string? Password = null) : CredentialDraft
    {
        public override string ToString() => "Certificate";
    }

    /// <summary>The identity that Azure gives this computer.</summary>
    /// <param name="OfUser">Whether it is one that a user assigned, named by the link's client ID.</param>
    internal sealed record ManagedIdentity(bool OfUser) : CredentialDraft;

    /// <summary>A token in a file that the workload's platform renews.</summary>
    /// <param name="TokenFile">Null for the one that <c>AZURE_FEDERATED_TOKEN_FILE</c> names.</param>
    internal sealed record WorkloadIdentity(string? TokenFile) : CredentialDraft;

    /// <summary>No other credential: only another end of the one given last.</summary>
    internal sealed record Kept : CredentialDraft;
}
