using Switchbook.Problems;

namespace Switchbook.Synchronization;

/// <summary>What can be wrong with an entry made by hand.</summary>
internal static class ManualEntryProblems
{
    public static readonly ProblemKind NotFound = new(
        "SB-ENTRY-001",
        "There is no manual entry with the ID '{0}'.",
        "List the entries with 'switchbook directory list'; the source of manual ones is 'manual'.");

    public static readonly ProblemKind NotManual = new(
        "SB-ENTRY-002",
        "The entry '{0}' comes from link '{1}' and would return with its next run.",
        "Change the person in Microsoft Entra ID, or the link's scope.");

    public static readonly ProblemKind NameUnfit = new(
        "SB-ENTRY-003",
        "The name of a manual entry is empty, longer than {0} characters, or has characters that cannot be printed.",
        "Give the name that phones are to show.");

    public static readonly ProblemKind NumberUnfit = new(
        "SB-ENTRY-004",
        "'{0}' is not a telephone number: it has no digit, or more than {1} characters.",
        "Give a number such as +441632960123 or an extension such as 402.");
}
