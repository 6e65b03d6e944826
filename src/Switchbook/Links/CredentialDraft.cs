namespace Switchbook.Links;

/// <summary>A credential as an administrator hands it over.</summary>
internal abstract record CredentialDraft
{
    private CredentialDraft()
    {
    }

    /// <summary>A client secret's value.</summary>
    internal sealed record Secret(string Value) : CredentialDraft
    {
        public override string ToString() => "Secret";
    }

    /// <summary>A certificate with its private key: PFX bytes, or PEM text with both.</summary>
    internal sealed record Certificate(byte[] Content) : CredentialDraft
    {
        public override string ToString() => "Certificate";
    }
}
