namespace Switchbook.Links;

/// <summary>The kinds of credential, as they are stored, typed and shown.</summary>
internal static class CredentialKinds
{
    public const string Secret = "secret";
    public const string Certificate = "certificate";

    /// <summary>The identity that Azure gives the computer itself.</summary>
    public const string ManagedIdentity = "managed-identity";

    /// <summary>The identity that somebody assigned to the computer; the link's client ID names it.</summary>
    public const string UserManagedIdentity = "user-managed-identity";

    /// <summary>A token of the workload's own issuer, such as a Kubernetes cluster.</summary>
    public const string WorkloadIdentity = "workload-identity";
}
