using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Switchbook.Cli;
using Switchbook.Links;
using Switchbook.PhoneDirectory;
using Switchbook.SimulatedTenant;
using Switchbook.Storage;
using Switchbook.Synchronization;
using Switchbook.Tests.Graph;

namespace Switchbook.Tests.Synchronization.Histories;

/// <summary>
/// One simulated tenant and one installation, in which many histories are lived one after the other: the program's own
/// synchronizer, database and HTTP, on a clock that skips every wait.
/// </summary>
internal sealed class HistoryWorld : IAsyncDisposable
{
    public const int Slots = 20;

    /// <summary>In memory where the system has such a place: a commit waits for the disk, which is not what is tested.</summary>
    private static readonly string Places = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    private readonly string _root = Directory.CreateDirectory(Path.Combine(Places, $"switchbook-histories-{Guid.NewGuid()}")).FullName;
    private Simulation _tenant = null!;
    private ServiceProvider _services = null!;
    private string _directory = "";
    private LinkDraft _draft = null!;
    private Link _link = null!;
    private SimulatedGroup _group = null!;
    private SimulatedGroup _inner = null!;
    private int _lives;

    private HistoryWorld()
    {
    }

    public SkippingTime Time { get; } = new();

    public RunSteps Steps { get; } = new();

    public FaultControl Faults => _tenant.Faults;

    public PlainTenant Truth { get; private set; } = new(
        [.. Enumerable.Repeat(PlainPerson.Nobody, Slots)], [], []);

    /// <summary>The object IDs of the slots, in another order than the slots.</summary>
    public static IReadOnlyList<string> Ids { get; } =
        [.. Enumerable.Range(0, Slots).Select(slot => new Guid(slot * 7 % Slots, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10).ToString())];

    private static readonly Dictionary<string, int> SlotsOf = Ids.Select(KeyValuePair.Create).ToDictionary(StringComparer.Ordinal);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<HistoryWorld> CreateAsync()
    {
        var world = new HistoryWorld();
        var file = Path.Combine(world._root, "people.csv");
        await File.WriteAllLinesAsync(file, Ids.Select((id, slot) => $"{id},slot{slot}@contoso.example").Prepend("id,userPrincipalName"), Cancellation);
        world._tenant = await Simulation.StartAsync(
            new()
            {
                PeopleFile = file,
                DeltaPageSize = 4,
                LargestPage = 7,
                Clock = world.Time,
                AccessTokenLifetime = TimeSpan.FromDays(300),
                SecretExpires = DateTimeOffset.MaxValue.AddYears(-1),
            },
            Cancellation);
        world._group = world._tenant.Groups.Single(group => group.DisplayName == "Support");
        world._inner = world._tenant.Groups.Single(group => group.DisplayName == "Help Desk");
        foreach (var id in Ids)
        {
            world._tenant.RemovePerson(id);
            world._tenant.SetMember(world._group.Id, id, isMember: false);
            world._tenant.SetMember(world._inner.Id, id, isMember: false);
        }

        await world.LinkAsync();
        return world;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public GuardOptions Guards => Get<IOptions<GuardOptions>>().Value;

    public int Limit
    {
        get => Get<IOptions<DirectoryOptions>>().Value.MaximumEntries;
        set => Get<IOptions<DirectoryOptions>>().Value.MaximumEntries = value;
    }

    /// <summary>Makes the tenant so; only what differs is written.</summary>
    public void Become(PlainTenant next)
    {
        for (var slot = 0; slot < Slots; slot++)
        {
            Become(Ids[slot], Truth.People[slot], next.People[slot]);
            SetMember(_group, slot, Truth.Members, next.Members);
            SetMember(_inner, slot, Truth.InnerMembers, next.InnerMembers);
        }

        Truth = next;
    }

    /// <summary>The stored link, as it is when it has this mapping and scope.</summary>
    public Link Link(PlainLink plain, LinkGuards? guards = null)
    {
        var (link, faults) = LinkValidation.Check(_draft with
        {
            NumberFields = plain.Numbers,
            Directory = plain.Scope == PlainScope.Tenant ? "tenant" : "group",
            GroupId = plain.Scope == PlainScope.Tenant ? null : _group.Id,
            DirectMembersOnly = plain.Scope == PlainScope.DirectMembers,
        });
        Assert.Empty(faults);
        var reviewed = _link.Credential! with { ReviewedAt = Time.GetUtcNow() };
        return link! with { Id = _link.Id, Credential = reviewed, Guards = guards ?? new() };
    }

    public Task<RunReport> RunAsync(PlainLink link, LinkGuards guards, RunRequest request) =>
        Get<Synchronizer>().RunAsync(Link(link, guards), request, Cancellation);

    public void Cancel() => Get<RunMonitor>().Cancel(_link.Id);

    public async Task<Standing> StandingAsync()
    {
        var snapshot = await Get<DirectoryLoader>().LoadAsync(Cancellation);
        await using var context = await Get<IDbContextFactory<SwitchbookContext>>().CreateDbContextAsync(Cancellation);
        var people = await context.People.Select(person => person.PersonId).ToListAsync(Cancellation);
        return new(snapshot.Version, [.. people.Select(id => SlotsOf[id]).Order()], Seen(snapshot));
    }

    /// <summary>What phones are served after the program has seen to it that it is what stands.</summary>
    public async Task<ImmutableArray<(string Name, string Number)>> ServedAsync()
    {
        await Get<DirectoryRefresh>().RefreshAsync(Cancellation);
        return Seen(Get<CurrentDirectory>().Snapshot);
    }

    public async Task<ImmutableArray<(string Name, string Number)>> VersionAsync(long version) =>
        Seen(await Get<DirectoryLoader>().LoadVersionAsync(version, Cancellation));

    /// <summary>Empties the directory and forgets all runs, for the next history. No version tells of it, so it is served at once.</summary>
    public async Task ForgetAsync()
    {
        await using var context = await Get<IDbContextFactory<SwitchbookContext>>().CreateDbContextAsync(Cancellation);
        await context.Database.ExecuteSqlRawAsync(
            """DELETE FROM "People"; DELETE FROM "LinkStates"; DELETE FROM "HeldRuns"; DELETE FROM "Runs"; DELETE FROM "Versions";""", Cancellation);
        await Get<DirectoryRefresh>().LoadAsync(Cancellation);
    }

    /// <summary>What the disk holds at this moment, as a process that is killed now leaves it.</summary>
    /// <returns>Where to go on from it.</returns>
    public string Freeze()
    {
        var frozen = Path.Combine(_root, $"life-{++_lives}");
        Directory.CreateDirectory(Path.Combine(frozen, "keys"));
        foreach (var file in Directory.GetFiles(_directory, "switchbook.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(frozen, Path.GetFileName(file)));
        }

        foreach (var key in Directory.GetFiles(Path.Combine(_directory, "keys")))
        {
            File.Copy(key, Path.Combine(frozen, "keys", Path.GetFileName(key)));
        }

        return frozen;
    }

    /// <summary>Goes on in a new process from what another left.</summary>
    public async Task ReviveAsync(string frozen)
    {
        var limit = Limit;
        await EndAsync();
        Start(frozen);
        Limit = limit;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        await _tenant.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    private static ImmutableArray<(string Name, string Number)> Seen(DirectorySnapshot snapshot) =>
        [.. Enumerable.Range(0, snapshot.EntryCount).Select(row => (snapshot[row].Name, snapshot[row].Number)).Order()];

    private async Task LinkAsync()
    {
        Start(Path.Combine(_root, "life-0"));
        await _services.UpgradeDatabaseAsync(Cancellation);
        _draft = TestInstallation.DraftOf(_tenant);
        var (link, faults) = LinkValidation.Check(_draft);
        Assert.Empty(faults);
        _link = await Get<LinkStore>().AddAsync(link!, _draft.Credential, Cancellation);

        // Before the credential has signed in once, each run reviews it.
        Assert.Equal(RunOutcome.Succeeded, (await Get<Synchronizer>().RunAsync(_link, new(), Cancellation)).Outcome);
        _link = await Get<LinkStore>().FindAsync(_link.Name, Cancellation);
    }

    private void Start(string directory)
    {
        _directory = directory;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("Graph:MaximumRetries", (string?)"2"), KeyValuePair.Create("Graph:MaximumPages", (string?)"30")])
            .Build();
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddMetrics()
            .AddCore(new DataDirectory(directory))
            .AddSingleton<TimeProvider>(Time)
            .ConfigureDbContext<SwitchbookContext>(options => options.AddInterceptors(Steps))
            .BuildServiceProvider();
        Get<RunMonitor>().Changed += (_, _) =>
        {
            if (Get<RunMonitor>().Running(_link.Id)?.Progress is not null)
            {
                Steps.Pass();
            }
        };
    }

    private async Task EndAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    private void Become(string id, PlainPerson now, PlainPerson next)
    {
        if (now.IsThere && !next.IsThere)
        {
            _tenant.RemovePerson(id);
        }

        Write("displayName", now.Name, next.Name);
        Write("mobilePhone", now.Mobile, next.Mobile);
        Write("accountEnabled", now.IsEnabled, next.IsEnabled);
        Write("userType", now.IsGuest ? "Guest" : "Member", next.IsGuest ? "Guest" : "Member");
        if (now.Business != next.Business)
        {
            _tenant.UpdatePerson(id, "businessPhones", next.BusinessNumbers);
        }

        if (!now.IsThere && next.IsThere)
        {
            _tenant.RestorePerson(id);
        }

        void Write<T>(string property, T before, T after)
        {
            if (!Equals(before, after))
            {
                _tenant.UpdatePerson(id, property, after);
            }
        }
    }

    private void SetMember(SimulatedGroup group, int slot, ImmutableHashSet<int> now, ImmutableHashSet<int> next)
    {
        if (now.Contains(slot) != next.Contains(slot))
        {
            _tenant.SetMember(group.Id, Ids[slot], next.Contains(slot));
        }
    }
}
