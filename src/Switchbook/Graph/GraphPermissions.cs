namespace Switchbook.Graph;

/// <summary>
/// The application permissions that reading needs, and those that hold them (Graph permissions reference,
/// application permissions of <c>GET /users</c> and <c>GET /groups/{id}/transitiveMembers</c>).
/// </summary>
internal static class GraphPermissions
{
    public const string People = "User.Read.All";

    /// <summary>Names and mail addresses, but no telephone numbers.</summary>
    public const string BasicPeople = "User.ReadBasic.All";

    public const string Members = "GroupMember.Read.All";

    public const string Teams = "TeamsUserConfiguration.Read.All";

    public const string OrganizationContacts = "OrgContact.Read.All";

    /// <summary>Of all mailboxes, unless Exchange limits the application to some.</summary>
    public const string MailboxContacts = "Contacts.Read";

    private static readonly string[] HoldingPeople =
        [People, "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];

    private static readonly string[] HoldingMembers =
    [
        Members, "GroupMember.ReadWrite.All", "Group.Read.All", "Group.ReadWrite.All",
        "Directory.Read.All", "Directory.ReadWrite.All",
    ];

    /// <summary>The permissions that a read of <paramref name="scope"/> needs.</summary>
    public static IReadOnlyList<string> Needed(ReadScope scope) =>
        scope switch
        {
            ReadScope.Group => [People, Members],
            ReadScope.Teams => [Teams],
            ReadScope.OrganizationContacts => [OrganizationContacts],
            ReadScope.MailboxContacts => [MailboxContacts],
            _ => [People],
        };

    /// <summary>The permissions that <paramref name="roles"/> lack for a read of <paramref name="scope"/>.</summary>
    public static IReadOnlyList<string> Missing(ReadScope scope, IReadOnlyCollection<string> roles) => Missing([scope], roles);

    /// <summary>The permissions that <paramref name="roles"/> lack for reads of all <paramref name="scopes"/>.</summary>
    public static IReadOnlyList<string> Missing(IEnumerable<ReadScope> scopes, IReadOnlyCollection<string> roles) =>
        [.. Needed(scopes).Where(needed => !Holding(needed).Intersect(roles, StringComparer.Ordinal).Any())];

    /// <summary>The permissions that reads of all <paramref name="scopes"/> need, each once.</summary>
    public static IReadOnlyList<string> Needed(IEnumerable<ReadScope> scopes) => [.. scopes.SelectMany(Needed).Distinct(StringComparer.Ordinal)];

    private static string[] Holding(string permission) => permission switch
    {
        People => HoldingPeople,
        Members => HoldingMembers,
        OrganizationContacts => [OrganizationContacts, "Directory.Read.All", "Directory.ReadWrite.All"],
        MailboxContacts => [MailboxContacts, "Contacts.ReadWrite"],
        _ => [permission],
    };
}
