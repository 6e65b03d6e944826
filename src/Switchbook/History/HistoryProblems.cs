using Switchbook.Problems;

namespace Switchbook.History;

/// <summary>What can be wrong with a question about the directory's past.</summary>
internal static class HistoryProblems
{
    public static readonly ProblemKind NotFound = new(
        "SB-HIST-001",
        "There is no version {0} of the directory.",
        "List those that are kept with 'switchbook directory history'.");

    public static readonly ProblemKind TooLongAgo = new(
        "SB-HIST-002",
        "The history does not go back to {0}.",
        "Its first version is the last line of 'switchbook directory history'; how long versions are kept is the setting History:Days.");

    public static readonly ProblemKind DateUnreadable = new(
        "SB-HIST-003",
        "'{0}' is neither a day nor a time.",
        "Write a day such as 2027-03-31, or a time such as 2027-03-31T14:05 or 2027-03-31T14:05:00Z.");

    public static readonly ProblemKind NotPinned = new(
        "SB-HIST-004",
        "The directory is not rolled back; the latest version is served.",
        "There is nothing to release.");
}
