using Switchbook.Problems;

namespace Switchbook.Access;

/// <summary>Why a door does not open.</summary>
internal static class AccessProblems
{
    public static readonly ProblemKind NotThisComputer = new(
        "SB-ACCESS-001",
        "This address answers programs on its own computer only, and the request came from {0}.",
        "Let phones and PBXs in with 'switchbook client add', people with 'switchbook operator add'; or ask from the computer that runs Switchbook, or through an SSH tunnel to it.");

    public static readonly ProblemKind HostUnknown = new(
        "SB-ACCESS-002",
        "The request asks for the host '{0}', which is not a name of this computer's loopback interface.",
        "Use http://localhost or http://127.0.0.1 with the port.");

    public static readonly ProblemKind ClientUnknown = new(
        "SB-ACCESS-004",
        "The name, the password, the token or the address is not that of a client.",
        "Compare with 'switchbook client list'; after too many wrong tries an address must wait for a minute.");

    public static readonly ProblemKind PassedOn = new(
        "SB-ACCESS-005",
        "This address answers programs on its own computer only, and a proxy passed the request on without telling for whom.",
        "Name the proxy in the setting Access:Proxies and let it send X-Forwarded-For, as docs/reverse-proxy.md shows.");

    public static readonly ProblemKind TooOften = new(
        "SB-ACCESS-006",
        "This computer, or this client, asks more often than it may.",
        "Ask again in a second; Access:RequestsPerSecond and 'switchbook client edit --rate' say how often.");

    public static readonly ProblemKind ReadableByOthers = new(
        "SB-ACCESS-007",
        "Others on this computer can read '{0}', which holds the keys of everything secret.",
        "Take that right from them, with 'chmod -R go=' and the path, and change what they may have read.");

    public static readonly ProblemKind CertificateUnfit = new(
        "SB-ACCESS-008",
        "The server's certificate '{0}' cannot be used: {1}.",
        "Name PEM or PFX files that this user may read in Access:CertificateFile, Access:CertificateKeyFile and Access:CertificatePasswordFile.");

    public static readonly ProblemKind CrossSite = new(
        "SB-ACCESS-003",
        "A page of another site tried to change something here.",
        "If that was you, use Switchbook's own page, or a program that is no browser.");
}
