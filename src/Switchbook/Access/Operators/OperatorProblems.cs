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

    public static readonly ProblemKind SignInWrong = new(
        "SB-OPERATOR-006",
        "The name or the password is wrong.",
        "Try again; an administrator can set a new password with 'switchbook operator password'.");

    public static readonly ProblemKind TooManyTries = new(
        "SB-OPERATOR-007",
        "There were too many tries for this name or from this address.",
        "Wait {0} minutes; an administrator can open the account at once with 'switchbook operator password'.");

    public static readonly ProblemKind SignInNeeded = new(
        "SB-OPERATOR-008",
        "Only operators who signed in may ask here.",
        "Sign in to the Web Manager first; programs show a token of 'switchbook token add'.");

    public static readonly ProblemKind RoleMissing = new(
        "SB-OPERATOR-009",
        "Your role does not allow this.",
        "Sign in as somebody who may, or ask an administrator.");

    public static readonly ProblemKind SetUpTokenWrong = new(
        "SB-OPERATOR-010",
        "The set-up token is not the one that the server printed when it started.",
        "Copy it from the server's log, or use 'switchbook operator add' on the server's computer.");

    public static readonly ProblemKind AlreadySetUp = new(
        "SB-OPERATOR-011",
        "There is an operator already.",
        "Sign in; an administrator adds others with 'switchbook operator add'.");

    public static readonly ProblemKind PasswordsDiffer = new(
        "SB-OPERATOR-012",
        "The two passwords differ.",
        "Type the same one twice.");
}
