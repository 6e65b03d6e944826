using Switchbook.Problems;

namespace Switchbook.ChangeNotifications;

/// <summary>Why Microsoft does not tell a link of changes; it runs by its interval then, as without.</summary>
internal static class SubscriptionProblems
{
    public static readonly ProblemKind NoAddress = new(
        "SB-NOTIFY-001",
        "Link '{0}' is to be told of changes, but no address is set under which Microsoft reaches this server.",
        "Set ChangeNotifications:Address to an https address, or let the interval adapt instead: 'switchbook link edit {0} --notifications false --resync-least 00:05:00'.");

    public static readonly ProblemKind NotReached = new(
        "SB-NOTIFY-002",
        "Microsoft could not reach {0} ({1}).",
        "Check that the address leads from the internet to this server, with a certificate that Microsoft trusts; until then the link runs by its interval.");

    public static readonly ProblemKind NotPermitted = new(
        "SB-NOTIFY-003",
        "Microsoft does not permit to be told of changes of users ({0}).",
        "Grant admin consent for the application permission User.Read.All; until then the link runs by its interval.");

    public static readonly ProblemKind NotArranged = new(
        "SB-NOTIFY-004",
        "To be told of changes could not be arranged with Microsoft: {0}.",
        "Nothing need be done if it passes: it is tried again every quarter of an hour, and the link runs by its interval; else try 'switchbook link test'.");
}
