using Switchbook.Problems;

namespace Switchbook.Graph;

/// <summary>
/// What one run reads of one scope: everyone, or what changed. All its requests share one budget of waiting and one count.
/// A read that is not provably whole throws and gives nobody.
/// </summary>
internal sealed partial class PeopleReading(GraphSession session, ReadRequest request, GraphOptions options, ILogger logger)
{
    private const int MaximumRestarts = 3;

    /// <summary>Whether Graph can tell the changes of this scope.</summary>
    public bool CanTrack => DeltaRules.CanTrack(request);

    /// <summary>Pages, requests and waiting so far, what was dropped included.</summary>
    public ReadProgress Progress => session.Meter.Current;

    /// <summary>What the same run reads of another scope.</summary>
    public PeopleReading Of(ReadScope scope, PropertySelection properties) =>
        new(session, new() { Scope = scope, Properties = properties, Interactive = request.Interactive }, options, logger);

    /// <summary>
    /// Names who is read, in full: people read under another name cannot be compared, nor their changes be followed.
    /// </summary>
    public string Subject
    {
        get
        {
            var connection = session.Connection;
            var first = GraphQueries.People(connection.Endpoints, request.Scope, ListRules.Selection(request), request.Filter);
            return $"{connection.TenantId} {connection.ClientId} {first.AbsoluteUri}";
        }
    }

    /// <summary>Reads everyone, each turned into what the caller needs while the next page is on its way.</summary>
    /// <param name="map">
    /// Called for each person as listed, one at a time; again when Graph lists the person again or when the read begins anew.
    /// </param>
    /// <exception cref="ProblemException">The read failed or is not whole.</exception>
    public Task<PeopleRead<T>> ReadAllAsync<T>(Func<Person, T> map, CancellationToken cancellationToken) =>
        SignedInAsync(
            async () =>
            {
                if (request.Scope is ReadScope.Group group)
                {
                    await ReadPreconditions.GroupNameAsync(session, group.GroupId, cancellationToken);
                }

                var asked = request with { Scope = await ReadPreconditions.WithFolderAsync(session, request.Scope, cancellationToken) };
                var (people, restarts) = await PatientlyAsync(() => ReadOnceAsync(asked, map, cancellationToken));
                return new PeopleRead<T>(people.Values, people.Repeated, restarts, Progress);
            },
            cancellationToken);

    /// <summary>Where changes from now on begin; null when Graph cannot track this scope.</summary>
    /// <exception cref="ProblemException">The service does not answer, or refuses the sign-in.</exception>
    public Task<DeltaMark?> MarkAsync(CancellationToken cancellationToken) =>
        CanTrack
            ? SignedInAsync(() => UnlessLostAsync(() => MarkOnceAsync(cancellationToken)), cancellationToken)
            : Task.FromResult<DeltaMark?>(null);

    /// <summary>Reads what changed since <paramref name="mark"/>.</summary>
    /// <returns>
    /// Null when Graph no longer knows the mark, or does not track: its token expired, the service was reset, or what comes
    /// cannot be believed. Only a whole read helps then.
    /// </returns>
    /// <exception cref="ProblemException">The service does not answer, or refuses the sign-in.</exception>
    public Task<PeopleChanges<T>?> ReadChangesAsync<T>(DeltaMark mark, Func<Person, T> map, CancellationToken cancellationToken) =>
        SignedInAsync(() => UnlessLostAsync(() => ReadChangesOnceAsync(mark, map, cancellationToken)), cancellationToken);

    private async Task<T> SignedInAsync<T>(Func<Task<T>> read, CancellationToken cancellationToken)
    {
        var permissions = string.Join(" and ", GraphPermissions.Needed(request.Scope));
        try
        {
            var token = await session.SignInAsync(request.Scope, cancellationToken);
            permissions = string.Join(" and ", ReadPreconditions.CheckPermissions(token, session.Connection, request.Scope));
            return await read();
        }
        catch (RequestFailedException exception)
        {
            throw GraphFailures.Translate(exception, session.Connection, request, permissions);
        }
    }

    private async Task<T?> UnlessLostAsync<T>(Func<Task<T?>> read)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (RequestFailedException exception) when (DeltaRules.IsLost(exception.Failure))
        {
            LogLost(session.Connection.TenantId, exception.Failure.Reference);
        }
        catch (ProblemException exception)
        {
            LogLost(session.Connection.TenantId, exception.Problem.Code);
        }

        return null;
    }

    private async Task<DeltaMark?> MarkOnceAsync(CancellationToken cancellationToken)
    {
        var endpoints = session.Connection.Endpoints;
        string? members = null;
        if (request.Scope is ReadScope.Group group)
        {
            members = (await RoundAsync(GraphQueries.MembersFromNow(endpoints, group.GroupId), DeltaRules.Members, Id, cancellationToken)).Next;
            if (members is null)
            {
                return null;
            }
        }

        var properties = ListRules.Selection(request);
        var people = (await RoundAsync(GraphQueries.PeopleFromNow(endpoints, properties), properties, Id, cancellationToken)).Next;
        return people is null ? null : new(people, members);
    }

    private async Task<PeopleChanges<T>?> ReadChangesOnceAsync<T>(DeltaMark mark, Func<Person, T> map, CancellationToken cancellationToken)
    {
        if (mark.Members is { } link)
        {
            var members = await RoundAsync(new(link), DeltaRules.Members, Id, cancellationToken);
            if (members.Count > 0)
            {
                return new(new Dictionary<string, T>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), MembersChanged: true, mark);
            }

            // Kept as it is, it would be too old after a week without joiners and leavers.
            mark = mark with { Members = members.Next ?? link };
        }

        var round = await RoundAsync(new(mark.People), ListRules.Selection(request), map, cancellationToken);
        LogChanges(session.Connection.TenantId, round.Count);
        return round is { Next: { } next, HasBare: false } ? round.ToChanges(mark with { People = next }) : null;
    }

    private async Task<ChangeCollector<T>> RoundAsync<T>(
        Uri first, PropertySelection properties, Func<Person, T> map, CancellationToken cancellationToken)
    {
        var (round, _) = await PatientlyAsync(async () =>
        {
            var changes = new ChangeCollector<T>(map);
            await foreach (var page in Chain(properties, eventual: false).ReadAsync(first, cancellationToken))
            {
                changes.Add(page);
            }

            return changes;
        });
        return round;
    }

    private async Task<PeopleCollector<T>> ReadOnceAsync<T>(ReadRequest asked, Func<Person, T> map, CancellationToken cancellationToken)
    {
        var properties = ListRules.Selection(asked);
        var chain = Chain(properties, GraphQueries.IsAdvanced(asked.Scope, asked.Filter));
        var first = GraphQueries.People(session.Connection.Endpoints, asked.Scope, properties, asked.Filter);
        var people = new PeopleCollector<T>(asked.Scope, map);
        await foreach (var page in chain.ReadAsync(first, cancellationToken))
        {
            people.Add(page);
        }

        people.CheckWhole(session.Connection);
        LogRead(session.Connection.TenantId, people.Values.Count, people.Repeated);
        return people;
    }

    private PageChain Chain(PropertySelection properties, bool eventual) =>
        new(session, new(properties, options.MaximumPageBytes), eventual, options);

    private async Task<(T Read, int Restarts)> PatientlyAsync<T>(Func<Task<T>> read)
    {
        for (var restarts = 0; ; restarts++)
        {
            try
            {
                return (await read(), restarts);
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

    private static string Id(Person person) => person.Id;

    /// <summary>Graph no longer knows where the list stood (its page tokens expire after an unpublished time).</summary>
    private static bool IsExpiredPage(RequestFailure failure) =>
        failure is { Kind: FailureKind.Status, Status: 400 or 404 or 410, Code: { } code }
        && code.Contains("ExpiredPageToken", StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(LogLevel.Warning, "The page token of tenant {Tenant} expired; the read begins anew: {Reference}.")]
    private partial void LogRestart(string tenant, string reference);

    [LoggerMessage(LogLevel.Information, "Read {People} people of tenant {Tenant}, {Repeated} of them listed more than once.")]
    private partial void LogRead(string tenant, int people, int repeated);

    [LoggerMessage(LogLevel.Information, "Read {People} changes of tenant {Tenant}.")]
    private partial void LogChanges(string tenant, int people);

    [LoggerMessage(LogLevel.Warning, "The changes of tenant {Tenant} cannot be followed: {Reference}. Everyone is read.")]
    private partial void LogLost(string tenant, string reference);
}
