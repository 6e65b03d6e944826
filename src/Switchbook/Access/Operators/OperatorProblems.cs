using Switchbook.Problems;

namespace Switchbook.Access.Operators;

/// <summary>What can be wrong with a person who may sign in, or with signing in.</summary>
internal static class OperatorProblems
{
    public static readonly ProblemKind NameUnfit = new(
        "SB-OPERATOR-001",
        "'{0}' cannot be an operator's name.",
        "Use 1 to 64 characters, none of which is a control character.");

    public static readonly ProblemKind NameTaken = new(
        "SB-OPERATOR-002",
        "An operator named '{0}' exists already.",
        "Choose another name, or change the password with 'switchbook operator password'.");

    public static readonly ProblemKind NotFound = new(
        "SB-OPERATOR-003",
        "There is no operator named '{0}'.",
        "List the operators with 'switchbook operator list'.");

    public static readonly ProblemKind PasswordUnfit = new(
        "SB-OPERATOR-004",
        "The password is too short, too long, or too easy to guess.",
        "Use {0} to {1} characters: not the name, and not one character over and over.");

    public static readonly ProblemKind LastAdministrator = new(
        "SB-OPERATOR-005",
        "'{0}' is the last administrator.",
        "Make another administrator first, or add --force; without any operator, everybody on this computer is let in again.");
}
