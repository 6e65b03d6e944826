using Switchbook.Problems;

namespace Switchbook.Mapping;

/// <summary>What can be wrong with the choice of who is in.</summary>
internal static class AudienceProblems
{
    public static readonly ProblemKind AttributeUnreadable = new(
        "SB-MAP-020",
        "The attribute '{0}' names no property with the values that are wanted.",
        "Write it as property=value, such as onPremisesExtensionAttributes/extensionAttribute1=Desk phone; separate several values by ';'.");

    public static readonly ProblemKind AttributeUnknown = new(
        "SB-MAP-021",
        "The attribute '{0}' is not a property that Microsoft Graph declares of users.",
        "Did you mean '{1}'? Names of extensions begin with extension_ or ext.");

    public static readonly ProblemKind PersonUnfit = new(
        "SB-MAP-022",
        "'{0}' is neither an object ID nor a user principal name.",
        "Copy the Object ID or the User principal name from the user's overview page; separate several by ';'.");

    public static readonly ProblemKind GroupUnfit = new(
        "SB-MAP-023",
        "'{0}' is not the object ID of a group.",
        "Copy the Object ID from the group's overview page; separate several by ';'.");

    public static readonly ProblemKind FolderWithoutMailbox = new(
        "SB-MAP-025",
        "The contact folder '{0}' is of no mailbox.",
        "Say whose mailbox it is in (--contacts-of), or leave the folder out.");

    public static readonly ProblemKind ResourceAccountsWithoutNumber = new(
        "SB-MAP-026",
        "Resource accounts of Teams have their numbers in Teams only, and no number field names them.",
        "Add teams.primary to the number fields, or leave resource accounts out.");

    public static readonly ProblemKind FilterUnfit = new(
        "SB-MAP-024",
        "The filter has more than {0} characters, or one that cannot be printed.",
        "Shorten it to a condition of OData such as startsWith(department,'Sales').");
}
