using System.Collections.Frozen;
using Switchbook.Problems;

namespace Switchbook.Graph;

/// <summary>
/// What the sign-in service refuses. Placeholders: 0 application ID, 1 tenant, 2 its answer's reference
/// (Microsoft Entra documentation, "Authentication and authorization error codes").
/// </summary>
internal static class SignInProblems
{
    public static readonly ProblemKind WrongSecret = new(
        "SB-SIGNIN-001",
        "The client secret of application {0} is wrong ({2}).",
        "Paste the secret's Value, not its Secret ID (a GUID); Entra ID shows the Value only once, when the secret is made.");

    public static readonly ProblemKind SecretExpired = new(
        "SB-SIGNIN-002",
        "The client secret of application {0} has expired ({2}).",
        "Make a new one in Entra ID, App registrations, Certificates & secrets, and put its Value into the link.");

    public static readonly ProblemKind UnknownApplication = new(
        "SB-SIGNIN-003",
        "There is no application {0} in tenant {1} ({2}).",
        "Copy Application (client) ID and Directory (tenant) ID from the same page of Entra ID, App registrations, Overview.");

    public static readonly ProblemKind UnknownTenant = new(
        "SB-SIGNIN-004",
        "There is no tenant {1} in this cloud ({2}).",
        "Copy Directory (tenant) ID from Entra ID, App registrations, Overview; for a national cloud choose it in the link.");

    public static readonly ProblemKind OtherCloud = new(
        "SB-SIGNIN-005",
        "Tenant {1} belongs to another national cloud ({2}).",
        "Choose the tenant's cloud in the link.");

    public static readonly ProblemKind ApplicationDisabled = new(
        "SB-SIGNIN-006",
        "Application {0} is disabled ({2}).",
        "In Entra ID, Enterprise applications, Properties, set 'Enabled for users to sign in' to Yes.");

    public static readonly ProblemKind WrongCertificate = new(
        "SB-SIGNIN-007",
        "The certificate is not one of application {0}, or is not valid now ({2}).",
        "Upload its public part in Entra ID, App registrations, Certificates & secrets, and check its dates and this computer's clock.");

    public static readonly ProblemKind NoCredential = new(
        "SB-SIGNIN-008",
        "The sign-in service got neither a secret nor a certificate for application {0} ({2}).",
        "Give the link a client secret or a certificate.");

    public static readonly ProblemKind UnknownGraph = new(
        "SB-SIGNIN-009",
        "The sign-in service does not know the Graph endpoint as a resource of tenant {1} ({2}).",
        "Check that login and Graph endpoints belong to the same cloud.");

    public static readonly ProblemKind Refused = new(
        "SB-SIGNIN-010",
        "The sign-in service refuses application {0} of tenant {1} ({2}).",
        "Look the AADSTS number up at https://login.microsoftonline.com/error.");

    public static readonly ProblemKind Wait = new(
        "SB-SIGNIN-011",
        "The sign-in service asked for a pause after too many tries.",
        "Try again at {0}.");

    public static readonly ProblemKind CertificateUnusable = new(
        "SB-SIGNIN-012",
        "Signing in with the link's credential failed on this computer: {0}.",
        "Give a certificate with its RSA private key, or a client secret.");

    public static readonly ProblemKind NotFederated = new(
        "SB-SIGNIN-013",
        "Application {0} has no federated credential for this computer's token ({2}).",
        "In Entra ID, App registrations, Certificates & secrets, Federated credentials, enter the issuer, subject and audience of the workload's token.");

    public static readonly ProblemKind FederatedTokenUnreadable = new(
        "SB-SIGNIN-014",
        "The file with the workload's token cannot be read: {0}.",
        "Name it with --federated-token-file, or run where AZURE_FEDERATED_TOKEN_FILE names it, as Azure's workload identity webhook does.");

    public static readonly ProblemKind NoManagedIdentity = new(
        "SB-SIGNIN-015",
        "This computer got no token for a managed identity: {0}.",
        "Assign the identity to this virtual machine, container or Arc server in Azure; elsewhere use a certificate.");

    private static readonly FrozenSet<string> OfCredential = FrozenSet.Create(
        StringComparer.Ordinal,
        WrongSecret.Code,
        SecretExpired.Code,
        WrongCertificate.Code,
        CertificateUnusable.Code,
        NotFederated.Code,
        FederatedTokenUnreadable.Code,
        NoManagedIdentity.Code);

    /// <summary>Whether another credential of the same application may fare better.</summary>
    public static bool IsOfCredential(Problem problem) => OfCredential.Contains(problem.Code);
}
