using System.Collections.Immutable;
using System.Globalization;
using Switchbook.Graph;
using Switchbook.Problems;

namespace Switchbook.Links;

/// <summary>The steps of Test Connection that sign in and look at what a run would read.</summary>
internal sealed class ConnectionTestLook(
    TenantConnection connection, ReadRequest request, TokenSources tokens, GraphSessions sessions, TimeProvider time) : IDisposable
{
    private const int FewPeople = 5;
    private const int LargestPage = 1_000_000;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    private TokenSource? _source;
    private GraphSession? _session;
    private GraphToken? _token;
    private PeoplePage? _page;

    public ImmutableArray<Person> People { get; private set; } = [];

    public string? GroupName { get; private set; }

    public int? GroupSize => _page?.Count;

    /// <summary>What a run cannot do without.</summary>
    private IEnumerable<ReadScope> Scopes => [request.Scope, .. request.Beside.Where(scope => scope is not ReadScope.Teams)];

    private GraphSession Session => _session ?? throw new InvalidOperationException("Sign in first.");

    public async Task<ConnectionTestFinding> SignInAsync(CancellationToken cancellationToken)
    {
        _source = tokens.New(connection);
        _session = sessions.OpenProbe(connection, _source, Limit);
        _token = await _session.SignInAsync(request.Scope, cancellationToken);
        return ConnectionTestFinding.Passed(_token.NewerRefused is { } refused
            ? $"application {connection.ClientId} by its earlier credential; the newer one is refused: {refused.Code} {refused.Message}"
            : $"application {connection.ClientId}");
    }

    /// <summary>When the credential that signed in ends, where the application may read that.</summary>
    public async Task<ConnectionTestFinding> ReadCredentialAsync(CancellationToken cancellationToken)
    {
        var used = _token!.NewerRefused is null ? connection.Credential : connection.EarlierCredential!;
        if (used is not (ClientCredential.Secret or ClientCredential.Certificate))
        {
            return ConnectionTestFinding.Skipped("an identity has no end");
        }

        var now = time.GetUtcNow();
        IReadOnlyList<RegisteredCredential>? registered;
        try
        {
            registered = await RegistrationReader.ReadAsync(Session, _token, cancellationToken);
        }
        catch (RequestFailedException exception)
        {
            // A link works without this.
            return ConnectionTestFinding.Skipped($"its registration could not be read ({exception.Failure.Reference})");
        }

        if (registered is null)
        {
            return ConnectionTestFinding.Skipped($"when it ends is not known here: that needs the permission {RegistrationReader.Permission}");
        }

        return RegisteredCredential.Find(registered, used, knownKeyId: null, now) is { } found
            ? ConnectionTestFinding.Passed(string.Create(
                CultureInfo.InvariantCulture, $"ends {found.Ends.UtcDateTime:yyyy-MM-dd}, in {(found.Ends - now).Days} days"))
            : ConnectionTestFinding.Skipped("the registration does not list it");
    }

    /// <summary>Names a permission that is missing before Graph refuses, or silently withholds, what it is for.</summary>
    public Task<ConnectionTestFinding> CheckPermissionsAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ReadPreconditions.CheckPermissions(_token!, connection, request.Scope);
        if (_token!.Roles is not { } roles)
        {
            return Task.FromResult(ConnectionTestFinding.Skipped("the token does not show them"));
        }

        var missing = GraphPermissions.Missing(Scopes, roles);
        return missing.Count == 0
            ? Task.FromResult(ConnectionTestFinding.Passed(string.Join(", ", GraphPermissions.Needed(Scopes))))
            : throw new ProblemException(
                GraphProblems.PermissionMissing.With(string.Join(" and ", missing), connection.AdminConsentUrl));
    }

    public async Task<ConnectionTestFinding> FindGroupAsync(CancellationToken cancellationToken)
    {
        if (request.Scope is not ReadScope.Group group)
        {
            return ConnectionTestFinding.Skipped("the link is to the whole tenant");
        }

        GroupName = await ReadPreconditions.GroupNameAsync(Session, group.GroupId, cancellationToken);
        _page = await PageAsync(request, cancellationToken);
        return ConnectionTestFinding.Passed(
            _page.Count is { } count ? string.Create(CultureInfo.InvariantCulture, $"{GroupName}, {count:N0} people") : GroupName);
    }

    public async Task<ConnectionTestFinding> ReadFirstPeopleAsync(CancellationToken cancellationToken)
    {
        _page ??= await PageAsync(request, cancellationToken);
        if (request.Scope is ReadScope.Group && _page.People.Count > 0 && _page.People.All(ListRules.IsBare))
        {
            throw new ProblemException(
                GraphProblems.LimitedPeople.With(_page.People.Count, _page.People.Count, connection.AdminConsentUrl));
        }

        People = [.. _page.People.Take(FewPeople)];
        return ConnectionTestFinding.Passed(
            People.Length == 0 ? "nobody is in it" : string.Create(CultureInfo.InvariantCulture, $"{People.Length} people read"));
    }

    /// <summary>Looks at what a run reads beside the people: whether it is there, and how much.</summary>
    public async Task<ConnectionTestFinding> LookBesideAsync(CancellationToken cancellationToken)
    {
        var found = new List<string>();
        foreach (var scope in request.Beside)
        {
            found.Add(scope switch
            {
                ReadScope.Group group => $"{await ReadPreconditions.GroupNameAsync(Session, group.GroupId, cancellationToken)} stays out",
                ReadScope.Teams when LacksTeams => $"without the numbers of Teams, since {GraphPermissions.Teams} is missing",
                _ => await FirstOfAsync(request with { Scope = scope, Filter = null, Beside = [] }, cancellationToken),
            });
        }

        return ConnectionTestFinding.Passed(string.Join("; ", found));
    }

    public void Dispose() => _source?.Dispose();

    private bool LacksTeams => _token!.Roles is { } roles && GraphPermissions.Missing(new ReadScope.Teams(), roles).Count > 0;

    /// <summary>Reads the first of what lies beside the people.</summary>
    private async Task<string> FirstOfAsync(ReadRequest asked, CancellationToken cancellationToken)
    {
        try
        {
            var scope = await ReadPreconditions.WithFolderAsync(Session, asked.Scope, cancellationToken);
            var properties = scope is ReadScope.Teams ? TeamsNumbers.Configuration : new PropertySelection(["displayName"]);
            var page = await PageAsync(asked with { Scope = scope, Properties = properties }, cancellationToken);
            var what = asked.Scope switch
            {
                ReadScope.Teams => "numbers of Teams",
                ReadScope.MailboxContacts of => $"contacts of {of.Mailbox}",
                _ => "organizational contacts",
            };
            return page.People.Count > 0 ? $"{what} read" : $"no {what}";
        }
        catch (RequestFailedException exception)
        {
            var permissions = string.Join(" and ", GraphPermissions.Needed(asked.Scope));
            throw GraphFailures.Translate(exception, connection, asked, permissions);
        }
    }

    private Task<PeoplePage> PageAsync(ReadRequest asked, CancellationToken cancellationToken)
    {
        var properties = ListRules.Selection(asked);
        var parser = new PageParser(properties, LargestPage);
        var address = GraphQueries.People(connection.Endpoints, asked.Scope, properties, asked.Filter, FewPeople);
        return Session.GetAsync(
            address,
            GraphQueries.IsAdvanced(asked.Scope, asked.Filter),
            (body, token) => parser.ReadAsync(body, nextLinkSeen: null, token),
            cancellationToken);
    }
}
