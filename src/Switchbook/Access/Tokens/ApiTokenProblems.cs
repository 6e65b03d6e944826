using Switchbook.Problems;

namespace Switchbook.Access.Tokens;

/// <summary>What can be wrong with a token for programs.</summary>
internal static class ApiTokenProblems
{
    public static readonly ProblemKind NameUnfit = new(
        "SB-TOKEN-001",
        "'{0}' cannot be a token's name.",
        "Use 1 to 64 characters, none of which is a control character; the name of the program that gets the token is a good one.");

    public static readonly ProblemKind NameTaken = new(
        "SB-TOKEN-002",
        "A token named '{0}' exists already.",
        "Choose another name, or remove that token first with 'switchbook token remove'.");

    public static readonly ProblemKind NotFound = new(
        "SB-TOKEN-003",
        "There is no token named '{0}'.",
        "List the tokens with 'switchbook token list'.");

    public static readonly ProblemKind DaysUnfit = new(
        "SB-TOKEN-004",
        "A token cannot count for {0} days.",
        "Give 1 to {1} days.");

    public static readonly ProblemKind Unknown = new(
        "SB-TOKEN-005",
        "The token is wrong, has ended, or was removed.",
        "Compare with 'switchbook token list', or make a new one with 'switchbook token add'.");
}
