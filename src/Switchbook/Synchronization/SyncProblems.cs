using Switchbook.Problems;

namespace Switchbook.Synchronization;

/// <summary>What can stop a run beside what the service answers.</summary>
internal static class SyncProblems
{
    public static readonly ProblemKind AlreadyRunning = new(
        "SB-SYNC-001",
        "A run of link '{0}' is already under way.",
        "Wait until it ends; the page and 'switchbook link list' show its progress and result.");

    public static readonly ProblemKind Cancelled = new(
        "SB-SYNC-002",
        "The run of link '{0}' was cancelled.",
        "Run it again when it suits; the directory is as it was.");

    public static readonly ProblemKind NothingHeld = new(
        "SB-SYNC-003",
        "No run of link '{0}' is held.",
        "See how its runs ended with 'switchbook link list'.");

    public static readonly ProblemKind HeldNearlyEmpty = new(
        "SB-SYNC-010",
        "The run of link '{0}' is held: it would leave {1} of {2}.",
        "Check the group, the scope and the permissions with 'switchbook link test'; see what it would do with 'switchbook link held'; apply it on purpose with 'switchbook sync {0} --apply'.");

    public static readonly ProblemKind HeldRemoves = new(
        "SB-SYNC-011",
        "The run of link '{0}' is held: it would remove {1} of {2} ({3}).",
        "See what it would do with 'switchbook link held'; apply it on purpose with 'switchbook sync {0} --apply'.");

    public static readonly ProblemKind HeldChanges = new(
        "SB-SYNC-012",
        "The run of link '{0}' is held: it would change {1} of {2} ({3}).",
        "See what it would do with 'switchbook link held'; apply it on purpose with 'switchbook sync {0} --apply'.");

    public static readonly ProblemKind HeldGroupGone = new(
        "SB-SYNC-013",
        "The run of link '{0}' is held: its group no longer exists in the tenant, which would remove all {1} entries.",
        "Restore the group in Entra ID (possible for 30 days), or choose another with 'switchbook link edit'; to empty the link on purpose, 'switchbook sync {0} --apply'.");

    public static readonly ProblemKind WithoutTeams = new(
        "SB-SYNC-020",
        "The run went without the numbers of Teams: {0}",
        "{1}");

    public static readonly ProblemKind Unexpected = new(
        "SB-SYNC-900",
        "The run stopped on an unexpected fault: {0}.",
        "Run it again; if it happens again, report it with the log lines of this run.");
}
