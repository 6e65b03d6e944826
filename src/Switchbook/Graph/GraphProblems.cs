using Switchbook.Problems;

namespace Switchbook.Graph;

/// <summary>What can go wrong on the way to Microsoft and in reading Graph. The last placeholder is the support reference.</summary>
internal static class GraphProblems
{
    public static readonly ProblemKind EndpointNotUrl = new(
        "SB-GRAPH-001",
        "The {0} endpoint '{1}' is not the address of a service.",
        "Write it as a service root, such as https://graph.microsoft.us.");

    public static readonly ProblemKind EndpointNotProtected = new(
        "SB-GRAPH-002",
        "The {0} endpoint '{1}' would send tokens without protection.",
        "Use https; http is for loopback addresses only.");

    public static readonly ProblemKind EndpointHasPath = new(
        "SB-GRAPH-003",
        "The {0} endpoint '{1}' holds more than the service root.",
        "Leave out the tenant and the version.");

    public static readonly ProblemKind BadAuthorities = new(
        "SB-GRAPH-004",
        "The certificate authorities to trust cannot be read: {0}.",
        "Give a PEM file with one or more certificates.");

    public static readonly ProblemKind NameNotResolved = new(
        "SB-GRAPH-010",
        "The name {0} does not resolve.",
        "Check this computer's DNS settings and Internet connection, and the cloud that the link names.");

    public static readonly ProblemKind NotConnected = new(
        "SB-GRAPH-011",
        "No connection to {0}: {1}.",
        "Check the firewall (port 443 outgoing) and the proxy settings (HTTPS_PROXY, NO_PROXY).");

    public static readonly ProblemKind TlsFailed = new(
        "SB-GRAPH-012",
        "No secure connection to {0}: {1}.",
        "Check that nothing between this computer and Microsoft breaks TLS 1.2.");

    public static readonly ProblemKind CertificateNotTrusted = new(
        "SB-GRAPH-013",
        "The certificate of {0}, issued by '{1}', is not trusted: {2}.",
        "If your firewall inspects TLS, exempt this host or trust its authority with --trust-ca; check this computer's clock too.");

    public static readonly ProblemKind TimedOut = new(
        "SB-GRAPH-014",
        "{0} did not answer in time ({1}).",
        "Try again; if it stays, check the firewall and the proxy settings.");

    public static readonly ProblemKind ProxyRefused = new(
        "SB-GRAPH-015",
        "The proxy refused the connection to {0}: {1}.",
        "Put the proxy's user and password into HTTPS_PROXY, or exempt this host.");

    public static readonly ProblemKind Redirected = new(
        "SB-GRAPH-016",
        "{0} redirected the request to {1}; a token is sent to nobody else.",
        "Check the endpoints and whether a proxy or a sign-in page of the network is in the way.");

    public static readonly ProblemKind NotJson = new(
        "SB-GRAPH-017",
        "{0} answered with {1} where JSON belongs ({2}).",
        "Check the endpoints and whether a proxy or a sign-in page of the network is in the way.");

    public static readonly ProblemKind BrokenAnswer = new(
        "SB-GRAPH-018",
        "The answer of {0} is not whole: {1} ({2}).",
        "Try again; if it stays, check what inspects the traffic to Microsoft.");

    public static readonly ProblemKind PageTooLarge = new(
        "SB-GRAPH-019",
        "A page of {0} is larger than {1} bytes.",
        "Map fewer properties, or raise Graph:MaximumPageBytes.");

    public static readonly ProblemKind PermissionDenied = new(
        "SB-GRAPH-020",
        "Graph refuses to list {0}: the application lacks a permission ({1}).",
        "In Entra ID, App registrations, API permissions, add the application permission {2} and grant admin consent, or open {3}.");

    public static readonly ProblemKind NoPermissions = new(
        "SB-GRAPH-021",
        "The application may sign in, but no permission has been granted to it.",
        "In Entra ID, App registrations, API permissions, add the application permission {0} and grant admin consent, or open {1}.");

    public static readonly ProblemKind LimitedPeople = new(
        "SB-GRAPH-022",
        "Graph gave {0} of {1} people as bare IDs without any property.",
        "In Entra ID, App registrations, API permissions, add the application permission User.Read.All and grant admin consent, or open {2}.");

    public static readonly ProblemKind BasicPeopleOnly = new(
        "SB-GRAPH-023",
        "The application has User.ReadBasic.All, with which Graph withholds telephone numbers.",
        "In Entra ID, App registrations, API permissions, add the application permission User.Read.All and grant admin consent, or open {0}.");

    public static readonly ProblemKind PermissionMissing = new(
        "SB-GRAPH-024",
        "The application lacks the permission {0}.",
        "In Entra ID, App registrations, API permissions, add the application permission {0} and grant admin consent, or open {1}.");

    public static readonly ProblemKind GroupNotFound = new(
        "SB-GRAPH-030",
        "There is no group {0} in the tenant ({1}).",
        "Copy the group's Object ID from Entra ID, Groups, Overview; a deleted group can be restored for 30 days.");

    public static readonly ProblemKind TokenRefused = new(
        "SB-GRAPH-031",
        "Graph refuses a token that was issued just now ({0}).",
        "Check that the link's cloud is the tenant's, and this computer's clock.");

    public static readonly ProblemKind BadRequest = new(
        "SB-GRAPH-032",
        "Graph refuses the request: {0} ({1}).",
        "Check the link's filter and its mapped properties.");

    public static readonly ProblemKind NotFound = new(
        "SB-GRAPH-033",
        "There is nothing at {0} ({1}).",
        "Check the Graph endpoint of the link.");

    public static readonly ProblemKind FilterRefused = new(
        "SB-GRAPH-034",
        "Graph refuses the filter '{0}': {1} ({2}).",
        "Correct the link's filter, or clear it and choose people by the other settings; Graph documents what it filters by at https://learn.microsoft.com/graph/aad-advanced-queries.");

    public static readonly ProblemKind MailboxNotFound = new(
        "SB-GRAPH-035",
        "There is no mailbox of {0} ({1}).",
        "Check the object ID or the user principal name, and that this user has a mailbox in Exchange Online.");

    public static readonly ProblemKind FolderNotFound = new(
        "SB-GRAPH-036",
        "The mailbox of {0} has no contact folder '{1}'.",
        "Write the folder's name as Outlook shows it; leave it out for the default folder.");

    public static readonly ProblemKind Throttled = new(
        "SB-GRAPH-040",
        "Graph is throttling and asks to wait {0}, longer than this run may ({1}).",
        "Nothing is to be done: the next run tries again; Graph:MaximumWait is the limit.");

    public static readonly ProblemKind Unavailable = new(
        "SB-GRAPH-041",
        "{0} is not available ({1}).",
        "Nothing is to be done: the next run tries again; see https://status.cloud.microsoft.");

    public static readonly ProblemKind RepeatedPage = new(
        "SB-GRAPH-050",
        "Graph led back to a page that was read before.",
        "Try again; if it stays, open a case with Microsoft.");

    public static readonly ProblemKind ForeignPage = new(
        "SB-GRAPH-051",
        "Graph's next page is on another host, {0}; a token is sent to nobody else.",
        "Check the Graph endpoint of the link and what inspects the traffic.");

    public static readonly ProblemKind TooManyPages = new(
        "SB-GRAPH-052",
        "The list did not end after {0} pages.",
        "Raise Graph:MaximumPages if the tenant is that large.");

    public static readonly ProblemKind PagesExpired = new(
        "SB-GRAPH-053",
        "Graph forgot {0} times where the read stood ({1}).",
        "The next run tries again; a smaller list (a group, a filter) helps.");

    public static readonly ProblemKind OnlyEmptyPages = new(
        "SB-GRAPH-055",
        "Graph sent {0} pages in a row with nobody on them, each with a link to the next.",
        "Nothing need be done if it passes: the next run tries again; else raise Graph:MaximumEmptyPages or open a case with Microsoft.");

    public static readonly ProblemKind NotWhole = new(
        "SB-GRAPH-054",
        "Graph counts {0} members but listed only {1}.",
        "The next run tries again: after a change Graph's index takes some minutes to agree with itself.");
}
