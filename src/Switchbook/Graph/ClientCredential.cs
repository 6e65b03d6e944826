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

    /// <summary>The identity that Azure gives this computer; nothing is kept here.</summary>
    /// <param name="ClientId">Which one, of those that are assigned by a user; null for the computer's own.</param>
    internal sealed record ManagedIdentity(string? ClientId) : ClientCredential;

    /// <summary>A token of another issuer, which the application's registration accepts (workload identity federation).</summary>
    /// <param name="TokenFile">Read anew at each sign-in; null for the file that <c>AZURE_FEDERATED_TOKEN_FILE</c> names.</param>
    internal sealed record WorkloadIdentity(string? TokenFile) : ClientCredential;
}
