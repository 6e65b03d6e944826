using Switchbook.Problems;

namespace Switchbook.Synchronization;

/// <summary>What can stop a run beside what the service answers.</summary>
internal static class SyncProblems
{
    public static readonly ProblemKind AlreadyRunning = new(
        "SB-SYNC-001",
        "A run of link '{0}' is already under way.",
        "Wait until it ends; the page and 'switchbook link list' show its progress and result.");

    public static readonly ProblemKind HeldNearlyEmpty = new(
        "SB-SYNC-010",
        "The run of link '{0}' is held: it would leave {1} of {2}.",
        "Check the group, the scope and the permissions with 'switchbook link test'; see what it would do with 'switchbook link preview'; apply it on purpose with 'switchbook sync {0} --apply'.");

    public static readonly ProblemKind HeldRemoves = new(
        "SB-SYNC-011",
        "The run of link '{0}' is held: it would remove {1} of {2} ({3}).",
        "See what it would do with 'switchbook link preview'; apply it on purpose with 'switchbook sync {0} --apply'.");

    public static readonly ProblemKind HeldChanges = new(
        "SB-SYNC-012",
        "The run of link '{0}' is held: it would change {1} of {2} ({3}).",
        "See what it would do with 'switchbook link preview'; apply it on purpose with 'switchbook sync {0} --apply'.");

    public static readonly ProblemKind WithoutTeams = new(
        "SB-SYNC-020",
        "The run went without the numbers of Teams: {0}",
        "{1}");

    public static readonly ProblemKind Unexpected = new(
        "SB-SYNC-900",
        "The run stopped on an unexpected fault: {0}.",
        "Run it again; if it happens again, report it with the log lines of this run.");
}
