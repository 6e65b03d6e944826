using System.Security.Cryptography.X509Certificates;

namespace Switchbook.Graph;

/// <summary>What the application proves itself with at the sign-in service.</summary>
internal abstract record ClientCredential
{
    private ClientCredential()
    {
    }

    /// <summary>A client secret's value (not its ID). Never printed.</summary>
    internal sealed record Secret(string Value) : ClientCredential
    {
        public override string ToString() => "Secret";
    }

    /// <summary>A certificate with its private key, whose public part is registered with the application.</summary>
    internal sealed record Certificate(X509Certificate2 Value) : ClientCredential
    {
        public override string ToString() => $"Certificate {Value.Thumbprint}";
    }
}
