using Switchbook.Problems;

namespace Switchbook.Tracing;

/// <summary>What can be wrong with a question about a person.</summary>
internal static class TraceProblems
{
    public static readonly ProblemKind SeveralPeople = new(
        "SB-TRACE-001",
        "'{0}' may be several people: {1}.",
        "Ask again with one's object ID.");

    public static readonly ProblemKind NobodyNamed = new(
        "SB-TRACE-002",
        "Nobody is named.",
        "Give an object ID, a user principal name, a mail address or the beginning of a name.");
}
