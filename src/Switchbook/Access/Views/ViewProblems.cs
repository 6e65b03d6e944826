using Switchbook.Problems;

namespace Switchbook.Access.Views;

/// <summary>What can be wrong with a view.</summary>
internal static class ViewProblems
{
    public static readonly ProblemKind NameUnfit = new(
        "SB-VIEW-001",
        "'{0}' cannot be a view's name.",
        "Use 1 to 64 letters, digits, dots, hyphens and underscores.");

    public static readonly ProblemKind NotFound = new(
        "SB-VIEW-002",
        "There is no view named '{0}'.",
        "List the views with 'switchbook view list', or make it with 'switchbook view set'.");

    public static readonly ProblemKind InUse = new(
        "SB-VIEW-003",
        "The client '{0}' has this view.",
        "Give the client another one with 'switchbook client edit', or remove the client first.");

    public static readonly ProblemKind SourceUnknown = new(
        "SB-VIEW-004",
        "There is no link named '{0}'.",
        "Name links as 'switchbook link list' shows them, and 'manual' for entries made by hand.");

    public static readonly ProblemKind FieldUnknown = new(
        "SB-VIEW-005",
        "'{0}' is no field of a view.",
        "Use mail, title, department and company, or none.");

    public static readonly ProblemKind BaseUnfit = new(
        "SB-VIEW-006",
        "'{0}' is no distinguished name.",
        "Write one such as dc=lobby or ou=north,dc=example,dc=com.");
}
