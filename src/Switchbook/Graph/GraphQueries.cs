using System.Globalization;

namespace Switchbook.Graph;

/// <summary>The addresses that are asked of Graph v1.0.</summary>
internal static class GraphQueries
{
    private const int PageSize = 999;

    /// <summary>The first page of the people in a scope.</summary>
    public static Uri People(CloudEndpoints endpoints, ReadScope scope, PropertySelection properties, string? filter, int top = PageSize)
    {
        var path = scope switch
        {
            ReadScope.Group { DirectMembersOnly: true } group => $"groups/{Uri.EscapeDataString(group.GroupId)}/members/microsoft.graph.user",
            ReadScope.Group group => $"groups/{Uri.EscapeDataString(group.GroupId)}/transitiveMembers/microsoft.graph.user",
            ReadScope.Teams => "admin/teams/userConfigurations",
            ReadScope.OrganizationContacts => "contacts",
            ReadScope.MailboxContacts { Folder: { } folder } of => $"users/{Uri.EscapeDataString(of.Mailbox)}/contactFolders/{Uri.EscapeDataString(folder)}/contacts",
            ReadScope.MailboxContacts of => $"users/{Uri.EscapeDataString(of.Mailbox)}/contacts",
            _ => "users",
        };

        // How large a page of configurations may be is not documented: the service chooses.
        var size = scope is ReadScope.Teams ? "" : string.Create(CultureInfo.InvariantCulture, $"&$top={top}");
        var count = IsAdvanced(scope, filter) ? "&$count=true" : "";
        var condition = string.IsNullOrWhiteSpace(filter) ? "" : $"&$filter={Uri.EscapeDataString(filter)}";
        return new(endpoints.Graph, $"v1.0/{path}?$select={Select(properties)}{size}{count}{condition}");
    }

    /// <summary>Where the changes of all users begin that come from now on: a page without people, but with a delta link.</summary>
    public static Uri PeopleFromNow(CloudEndpoints endpoints, PropertySelection properties) =>
        new(endpoints.Graph, $"v1.0/users/delta?$select={Select(properties)}&$deltatoken=latest");

    /// <summary>The same for the direct members of one group.</summary>
    public static Uri MembersFromNow(CloudEndpoints endpoints, string groupId)
    {
        var filter = Uri.EscapeDataString($"id eq '{groupId}'");
        return new(endpoints.Graph, $"v1.0/groups/delta?$select=id,members&$filter={filter}&$deltatoken=latest");
    }

    /// <summary>The first page of the groups that are direct members of a group.</summary>
    public static Uri GroupsWithin(CloudEndpoints endpoints, string groupId) =>
        new(endpoints.Graph, $"v1.0/groups/{Uri.EscapeDataString(groupId)}/members/microsoft.graph.group?$select=id,displayName&$top={PageSize}&$count=true");

    /// <summary>The contact folders of a mailbox, beside the default one.</summary>
    public static Uri ContactFolders(CloudEndpoints endpoints, string mailbox) =>
        new(endpoints.Graph, $"v1.0/users/{Uri.EscapeDataString(mailbox)}/contactFolders?$select=id,displayName&$top={PageSize}");

    /// <summary>The group's name.</summary>
    public static Uri Group(CloudEndpoints endpoints, string groupId) =>
        new(endpoints.Graph, $"v1.0/groups/{Uri.EscapeDataString(groupId)}?$select=id,displayName");

    /// <summary>The application's subscriptions on changes, or one of them.</summary>
    public static Uri Subscriptions(CloudEndpoints endpoints, string? id = null) =>
        new(endpoints.Graph, id is null ? "v1.0/subscriptions" : $"v1.0/subscriptions/{Uri.EscapeDataString(id)}");

    /// <summary>The application's registration with what is told of its secrets and certificates.</summary>
    public static Uri Application(CloudEndpoints endpoints, string clientId) =>
        new(endpoints.Graph, $"v1.0/applications?$filter=appId%20eq%20'{Uri.EscapeDataString(clientId)}'&$select=id,appId,passwordCredentials,keyCredentials");

    /// <summary>Groups whose name holds the words of a text.</summary>
    public static Uri Groups(CloudEndpoints endpoints, string words, int top)
    {
        // Quotes end the phrase, and nothing is found by them.
        var phrase = $"\"displayName:{words.Replace('"', ' ').Replace('\\', ' ').Trim()}\"";
        return new(endpoints.Graph, $"v1.0/groups?$search={Uri.EscapeDataString(phrase)}&$select=id,displayName&$top={top}&$count=true");
    }

    /// <summary>
    /// Whether the list needs <c>ConsistencyLevel: eventual</c> and <c>$count=true</c>: a cast with a further parameter does, and
    /// many filters do, by property and operator (Graph documentation, "Advanced query capabilities on Microsoft Entra ID
    /// objects"); those that do not are answered the same with them.
    /// </summary>
    public static bool IsAdvanced(ReadScope scope, string? filter) => scope is ReadScope.Group || filter is not null;

    private static string Select(PropertySelection properties) =>
        Uri.EscapeDataString(properties.Select).Replace("%2C", ",", StringComparison.Ordinal);
}
