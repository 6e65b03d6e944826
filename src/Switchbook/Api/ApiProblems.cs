using Switchbook.Problems;

namespace Switchbook.Api;

/// <summary>What can be wrong with a request to the API itself.</summary>
internal static class ApiProblems
{
    public static readonly ProblemKind RequestUnreadable = new(
        "SB-API-001",
        "The request cannot be read: {0}",
        "Compare it with the description at /openapi/v1.json.");

    public static readonly ProblemKind OutOfRange = new(
        "SB-API-002",
        "'{0}' is out of range.",
        "Give a whole number of {1} or more.");

    public static readonly ProblemKind NumberMissing = new(
        "SB-API-003",
        "The number to look up is missing.",
        "Give it as ?number=, with + written as %2B.");

    public static readonly ProblemKind FormatUnknown = new(
        "SB-API-004",
        "'{0}' is no format of this report.",
        "Ask for json or csv.");
}
