using System.Text.Json;
using Switchbook.Problems;

namespace Switchbook.Graph;

/// <summary>What is checked before the first page: Graph answers some lists with less than everything, and success.</summary>
internal static class ReadPreconditions
{
    private const int LargestFolderList = 1_000_000;

    /// <summary>Refuses tokens that would give nobody, or people without numbers; names what a refusal would be about.</summary>
    /// <returns>The permissions that are missing; all that are needed when the token does not tell.</returns>
    /// <exception cref="ProblemException">Nothing is granted, or only what withholds telephone numbers.</exception>
    public static IReadOnlyList<string> CheckPermissions(GraphToken token, TenantConnection connection, ReadScope scope)
    {
        if (token.Roles is not { } roles)
        {
            return GraphPermissions.Needed(scope);
        }

        if (roles.IsEmpty)
        {
            var needed = string.Join(" and ", GraphPermissions.Needed(scope));
            throw new ProblemException(GraphProblems.NoPermissions.With(needed, connection.AdminConsentUrl));
        }

        var missing = GraphPermissions.Missing(scope, roles);
        if (missing.Any(name => name == GraphPermissions.People) && roles.Any(role => role == GraphPermissions.BasicPeople))
        {
            throw new ProblemException(GraphProblems.BasicPeopleOnly.With(connection.AdminConsentUrl));
        }

        return missing.Count > 0 ? missing : GraphPermissions.Needed(scope);
    }

    /// <summary>The group's name; empty when it has none.</summary>
    /// <exception cref="ProblemException">There is no such group.</exception>
    /// <exception cref="RequestFailedException">Graph does not tell.</exception>
    public static async Task<string> GroupNameAsync(GraphSession session, string groupId, CancellationToken cancellationToken)
    {
        try
        {
            var address = GraphQueries.Group(session.Connection.Endpoints, groupId);
            return await session.GetAsync(address, eventual: false, NameAsync, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Failure is { Kind: FailureKind.Status, Status: 400 or 404 })
        {
            throw new ProblemException(GraphProblems.GroupNotFound.With(groupId, exception.Failure.Reference), exception);
        }
    }

    /// <summary>The scope with the ID of its contact folder in place of the name; any other scope as it is.</summary>
    /// <exception cref="ProblemException">The mailbox has no such folder.</exception>
    /// <exception cref="RequestFailedException">Graph does not tell.</exception>
    public static async Task<ReadScope> WithFolderAsync(GraphSession session, ReadScope scope, CancellationToken cancellationToken)
    {
        if (scope is not ReadScope.MailboxContacts { Folder: { } name } contacts)
        {
            return scope;
        }

        var parser = new PageParser(new(["displayName"]), LargestFolderList);
        var address = GraphQueries.ContactFolders(session.Connection.Endpoints, contacts.Mailbox);
        var folders = await session.GetAsync(
            address, eventual: false, (body, token) => parser.ReadAsync(body, nextLinkSeen: null, token), cancellationToken);
        var found = folders.People.FirstOrDefault(folder => folder.Id == name || folder.Values[0].Contains(name, StringComparer.OrdinalIgnoreCase))
            ?? throw new ProblemException(GraphProblems.FolderNotFound.With(contacts.Mailbox, name));
        return contacts with { Folder = found.Id };
    }

    private static async Task<string> NameAsync(Stream body, CancellationToken cancellationToken)
    {
        using var group = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
        return group.RootElement.ValueKind == JsonValueKind.Object
            && group.RootElement.TryGetProperty("displayName", out var name)
            && name.ValueKind == JsonValueKind.String
                ? name.GetString()!
                : "";
    }
}
