using Microsoft.Extensions.Options;
using Switchbook.Problems;

namespace Switchbook.Graph;

/// <summary>Finds through which groups within a group a person is a member of it.</summary>
internal sealed class GroupPaths(GraphSessions sessions, IOptions<GraphOptions> options)
{
    /// <summary>Beyond so many groups the search ends: who is in is known anyway, only not how.</summary>
    private const int MostGroups = 200;

    private static readonly PropertySelection GroupName = new(["displayName"]);
    private static readonly PropertySelection PersonName = new(["userPrincipalName"]);

    /// <summary>The shortest way.</summary>
    /// <param name="connection">To the tenant.</param>
    /// <param name="groupId">The group in which the person is, directly or not.</param>
    /// <param name="personId">The object ID.</param>
    /// <returns>The groups' names from the outermost to the one whose direct member the person is; empty when none was found.</returns>
    /// <exception cref="ProblemException">Graph does not tell.</exception>
    public async Task<IReadOnlyList<string>> FindAsync(
        TenantConnection connection, string groupId, string personId, CancellationToken cancellationToken)
    {
        var session = sessions.Open(connection, interactive: true, progress: null);
        try
        {
            var outermost = await ReadPreconditions.GroupNameAsync(session, groupId, cancellationToken);
            return await SearchAsync(session, new(groupId, [outermost]), personId, cancellationToken);
        }
        catch (RequestFailedException exception)
        {
            var request = new ReadRequest { Scope = new ReadScope.Group(groupId, DirectMembersOnly: false), Properties = GroupName };
            throw GraphFailures.Translate(exception, connection, request, string.Join(" and ", GraphPermissions.Needed(request.Scope)));
        }
    }

    private async Task<IReadOnlyList<string>> SearchAsync(GraphSession session, Way first, string personId, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { first.GroupId };
        var open = new Queue<Way>([first]);
        while (open.TryDequeue(out var way))
        {
            var endpoints = session.Connection.Endpoints;
            var direct = new ReadScope.Group(way.GroupId, DirectMembersOnly: true);
            var self = GraphQueries.People(endpoints, direct, PersonName, $"id eq '{personId}'");
            if ((await ReadAsync(session, self, PersonName, cancellationToken)).Count > 0)
            {
                return way.Names;
            }

            foreach (var inner in await ReadAsync(session, GraphQueries.GroupsWithin(endpoints, way.GroupId), GroupName, cancellationToken))
            {
                if (seen.Count < MostGroups && seen.Add(inner.Id))
                {
                    open.Enqueue(new(inner.Id, [.. way.Names, inner.Values[0] is [var name] ? name : inner.Id]));
                }
            }
        }

        return [];
    }

    private async Task<List<Person>> ReadAsync(GraphSession session, Uri first, PropertySelection properties, CancellationToken cancellationToken)
    {
        var chain = new PageChain(session, new(properties, options.Value.MaximumPageBytes), eventual: true, options.Value);
        var read = new List<Person>();
        await foreach (var page in chain.ReadAsync(first, cancellationToken))
        {
            read.AddRange(page.People);
        }

        return read;
    }

    private sealed record Way(string GroupId, IReadOnlyList<string> Names);
}
