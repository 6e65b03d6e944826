using System.Collections.Immutable;
using System.Text.Json;
using Switchbook.Graph;
using Switchbook.Problems;

namespace Switchbook.Links;

/// <summary>Small looks into a tenant while somebody fills in a form: groups by name, a few people. Nothing is tried twice.</summary>
internal sealed class TenantLook(GraphSessions sessions, TokenSources tokens)
{
    private const int MostGroups = 10;
    private const int LargestPage = 1_000_000;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    /// <summary>Groups whose name holds the words of <paramref name="text"/>, ten at most.</summary>
    /// <exception cref="ProblemException">The service does not answer, or refuses.</exception>
    public Task<ImmutableArray<FoundGroup>> GroupsAsync(TenantConnection connection, string text, CancellationToken cancellationToken) =>
        TryAsync(
            connection,
            new ReadRequest { Scope = new ReadScope.Group("", DirectMembersOnly: false), Properties = new([]) },
            session => session.GetAsync(GraphQueries.Groups(connection.Endpoints, text, MostGroups), eventual: true, GroupsOfAsync, cancellationToken));

    /// <summary>The first people that a link would read, <paramref name="most"/> at most.</summary>
    /// <exception cref="ProblemException">The service does not answer, or refuses.</exception>
    public Task<ImmutableArray<Person>> PeopleAsync(
        TenantConnection connection, ReadRequest request, int most, CancellationToken cancellationToken) =>
        TryAsync(
            connection,
            request,
            async session =>
            {
                var address = GraphQueries.People(connection.Endpoints, request.Scope, request.Properties, request.Filter, most);
                var parser = new PageParser(request.Properties, LargestPage);
                var page = await session.GetAsync(
                    address,
                    GraphQueries.IsAdvanced(request.Scope, request.Filter),
                    (body, token) => parser.ReadAsync(body, nextLinkSeen: null, token),
                    cancellationToken);
                return page.People.ToImmutableArray();
            });

    private async Task<T> TryAsync<T>(TenantConnection connection, ReadRequest request, Func<GraphSession, Task<T>> look)
    {
        try
        {
            return await look(sessions.OpenProbe(connection, tokens.For(connection), Limit));
        }
        catch (RequestFailedException failed)
        {
            var permissions = string.Join(" and ", GraphPermissions.Needed([request.Scope, .. request.Beside]));
            throw GraphFailures.Translate(failed, connection, request, permissions);
        }
    }

    private static async Task<ImmutableArray<FoundGroup>> GroupsOfAsync(Stream body, CancellationToken cancellationToken)
    {
        using var answer = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
        return
        [
            .. answer.RootElement.GetProperty("value").EnumerateArray().Select(group =>
                new FoundGroup(group.GetProperty("id").GetString() ?? "", group.GetProperty("displayName").GetString() ?? "")),
        ];
    }
}
