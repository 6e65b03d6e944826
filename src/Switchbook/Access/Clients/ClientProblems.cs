using Switchbook.Problems;

namespace Switchbook.Access.Clients;

/// <summary>What can be wrong with a client.</summary>
internal static class ClientProblems
{
    public static readonly ProblemKind NameUnfit = new(
        "SB-CLIENT-001",
        "'{0}' cannot be a client's name.",
        "Use 1 to 64 letters, digits, dots, hyphens and underscores: phones send it as their user name.");

    public static readonly ProblemKind NameTaken = new(
        "SB-CLIENT-002",
        "A client named '{0}' exists already.",
        "Choose another name, or remove that client first with 'switchbook client remove'.");

    public static readonly ProblemKind NotFound = new(
        "SB-CLIENT-003",
        "There is no client named '{0}'.",
        "List the clients with 'switchbook client list'.");

    public static readonly ProblemKind NetworkUnfit = new(
        "SB-CLIENT-004",
        "'{0}' is neither an address nor a network.",
        "Write an address, such as 192.0.2.7, or a network in CIDR form, such as 192.0.2.0/24.");

    public static readonly ProblemKind OpenToAll = new(
        "SB-CLIENT-005",
        "A client without a password, a token and a certificate needs an address range: otherwise everyone could ask.",
        "Add --address with the network of the phones, or leave --no-password out.");

    public static readonly ProblemKind PasswordUnfit = new(
        "SB-CLIENT-006",
        "The password is too short, too long, or holds control characters.",
        "Use 8 to 128 characters, or leave the password to Switchbook.");

    public static readonly ProblemKind DigestWithoutPassword = new(
        "SB-CLIENT-007",
        "DIGEST-MD5 proves a password, and this client has none.",
        "Leave --no-password out, or leave --digest out.");

    public static readonly ProblemKind DigestPasswordUnfit = new(
        "SB-CLIENT-010",
        "Programs do not agree on how DIGEST-MD5 writes letters beyond ASCII, and the password holds such.",
        "Use ASCII letters, digits and signs, or leave the password to Switchbook.");

    public static readonly ProblemKind CertificateUnfit = new(
        "SB-CLIENT-008",
        "'{0}' holds no certificate that can be read.",
        "Give the client's own certificate as PEM or DER; its private key stays with the client.");

    public static readonly ProblemKind RateUnfit = new(
        "SB-CLIENT-011",
        "A client cannot be limited to {0} requests in a second.",
        "Give 1 to {1}, or none for no limit of its own.");

    public static readonly ProblemKind CertificateTaken = new(
        "SB-CLIENT-009",
        "Another client shows this certificate already.",
        "Give each client a certificate of its own, or remove the other client first with 'switchbook client remove'.");
}
