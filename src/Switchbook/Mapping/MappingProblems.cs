using Switchbook.Problems;

namespace Switchbook.Mapping;

/// <summary>What can be wrong with a field mapping; positions count from 1.</summary>
internal static class MappingProblems
{
    public static readonly ProblemKind EmptyNameField = new(
        "SB-MAP-001",
        "The name field is empty.",
        "Name one user property, such as displayName.");

    public static readonly ProblemKind SeveralNameFields = new(
        "SB-MAP-002",
        "The name field '{0}' is not one property: unexpected '{1}' at character {2}.",
        "Name exactly one user property, such as displayName.");

    public static readonly ProblemKind EmptyNumberFields = new(
        "SB-MAP-003",
        "The list of number fields is empty.",
        "Name at least one property, such as businessPhones.");

    public static readonly ProblemKind EmptyProperty = new(
        "SB-MAP-004",
        "Number field {0} (character {1}) names no property.",
        "Write a property there, such as businessPhones or mobilePhone=M, or remove the comma.");

    public static readonly ProblemKind Repeated = new(
        "SB-MAP-005",
        "Number field {0} (character {1}), '{2}', repeats number field {3} with the same suffix.",
        "Remove one of the two, or give them different suffixes.");

    public static readonly ProblemKind BadCharacter = new(
        "SB-MAP-006",
        "Number field {0} (character {1}), '{2}', has a character that no property name or suffix can have.",
        "Use letters, digits, '_' and '/' in property names, and printable characters in suffixes.");

    public static readonly ProblemKind SuffixTooLong = new(
        "SB-MAP-007",
        "The suffix of number field {0} (character {1}) has more than {2} characters.",
        "Choose a short suffix such as M: phones show only the first characters of a name.");

    public static readonly ProblemKind UnknownNameField = new(
        "SB-MAP-008",
        "The name field '{0}' (character {1}) is not a property that Microsoft Graph declares of users.",
        "Did you mean '{2}'? Names of extensions begin with extension_ or ext.");

    public static readonly ProblemKind UnknownNumberField = new(
        "SB-MAP-009",
        "Number field {0} (character {1}), '{2}', is not a property that Microsoft Graph declares of users.",
        "Did you mean '{3}'? Names of extensions begin with extension_ or ext.");

    /// <summary>Whether the name field is at fault; else the number fields are.</summary>
    public static bool IsOfNameField(Problem problem) =>
        problem.Code == EmptyNameField.Code || problem.Code == SeveralNameFields.Code || problem.Code == UnknownNameField.Code;
}
