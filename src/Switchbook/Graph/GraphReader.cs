using Microsoft.Extensions.Options;
using Switchbook.Problems;

namespace Switchbook.Graph;

/// <summary>Reads the people of a tenant or a group. A read that is not provably whole throws and gives nobody.</summary>
internal sealed partial class GraphReader(GraphSessions sessions, IOptions<GraphOptions> options, ILogger<GraphReader> logger)
{
    private const int MaximumRestarts = 3;

    /// <summary>Reads everyone, each turned into what the caller needs while the next page is on its way.</summary>
    /// <param name="map">
    /// Called for each person as listed, one at a time; again when Graph lists the person again or when the read begins anew.
    /// </param>
    /// <exception cref="ProblemException">The read failed or is not whole.</exception>
    public async Task<PeopleRead<T>> ReadAllAsync<T>(
        TenantConnection connection,
        ReadRequest request,
        Func<Person, T> map,
        IProgress<ReadProgress>? progress,
        CancellationToken cancellationToken)
    {
        var session = sessions.Open(connection, request.Interactive, progress);
        var permissions = string.Join(" and ", GraphPermissions.Needed(request.Scope));
        try
        {
            var token = await session.SignInAsync(request.Scope, cancellationToken);
            permissions = string.Join(" and ", ReadPreconditions.CheckPermissions(token, connection, request.Scope));
            if (request.Scope is ReadScope.Group group)
            {
                await ReadPreconditions.GroupNameAsync(session, group.GroupId, cancellationToken);
            }

            return await ReadPatientlyAsync(session, request, map, cancellationToken);
        }
        catch (RequestFailedException exception)
        {
            throw GraphFailures.Translate(exception, connection, request, permissions);
        }
    }

    private async Task<PeopleRead<T>> ReadPatientlyAsync<T>(
        GraphSession session, ReadRequest request, Func<Person, T> map, CancellationToken cancellationToken)
    {
        for (var restarts = 0; ; restarts++)
        {
            try
            {
                var people = await ReadOnceAsync(session, request, map, cancellationToken);
                return new(people.Values, people.Repeated, restarts, session.Meter.Current);
            }
            catch (RequestFailedException exception) when (IsExpiredPage(exception.Failure))
            {
                if (restarts == MaximumRestarts)
                {
                    throw new ProblemException(
                        GraphProblems.PagesExpired.With(restarts + 1, exception.Failure.Reference), exception);
                }

                LogRestart(session.Connection.TenantId, exception.Failure.Reference);
            }
        }
    }

    private async Task<PeopleCollector<T>> ReadOnceAsync<T>(
        GraphSession session, ReadRequest request, Func<Person, T> map, CancellationToken cancellationToken)
    {
        var properties = ListRules.Selection(request);
        var chain = new PageChain(
            session,
            new(properties, options.Value.MaximumPageBytes),
            GraphQueries.IsAdvanced(request.Scope, request.Filter),
            options.Value.MaximumPages);
        var first = GraphQueries.People(session.Connection.Endpoints, request.Scope, properties, request.Filter);
        var people = new PeopleCollector<T>(map);
        await foreach (var page in chain.ReadAsync(first, cancellationToken))
        {
            people.Add(page);
        }

        people.CheckWhole(session.Connection);
        LogRead(session.Connection.TenantId, people.Values.Count, people.Repeated);
        return people;
    }

    /// <summary>Graph no longer knows where the list stood (its page tokens expire after an unpublished time).</summary>
    private static bool IsExpiredPage(RequestFailure failure) =>
        failure is { Kind: FailureKind.Status, Status: 400 or 404 or 410, Code: { } code }
        && code.Contains("ExpiredPageToken", StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(LogLevel.Warning, "The page token of tenant {Tenant} expired; the read begins anew: {Reference}.")]
    private partial void LogRestart(string tenant, string reference);

    [LoggerMessage(LogLevel.Information, "Read {People} people of tenant {Tenant}, {Repeated} of them listed more than once.")]
    private partial void LogRead(string tenant, int people, int repeated);
}
