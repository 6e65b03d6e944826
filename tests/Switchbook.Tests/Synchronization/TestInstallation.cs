using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Switchbook.Cli;
using Switchbook.Graph;
using Switchbook.Links;
using Switchbook.SimulatedTenant;
using Switchbook.Storage;
using Switchbook.Synchronization;

namespace Switchbook.Tests.Synchronization;

/// <summary>An installation in a directory of its own, linked over real HTTP to a simulated tenant.</summary>
internal sealed class TestInstallation : IAsyncDisposable
{
    private readonly string _directory;
    private readonly ServiceProvider _services;

    private TestInstallation(string directory, ServiceProvider services, Simulation tenant)
    {
        _directory = directory;
        _services = services;
        Tenant = tenant;
    }

    public Simulation Tenant { get; }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<TestInstallation> CreateAsync(SimulationOptions tenant, params (string Key, string Value)[] settings) =>
        CreateAsync(tenant, TimeProvider.System, settings);

    public static async Task<TestInstallation> CreateAsync(
        SimulationOptions tenant, TimeProvider time, params (string Key, string Value)[] settings)
    {
        var directory = Directory.CreateTempSubdirectory("switchbook-test-").FullName;
        var data = new DataDirectory(directory);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings
                .Prepend(("Graph:FirstDelay", "00:00:00.010"))
                .Select(setting => KeyValuePair.Create(setting.Item1, (string?)setting.Item2)))
            .Build();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddMetrics()
            .AddCore(data)
            .AddSingleton(time)
            .BuildServiceProvider();
        await services.UpgradeDatabaseAsync(Cancellation);
        return new(directory, services, await Simulation.StartAsync(tenant, Cancellation));
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A link to everyone of a tenant.</summary>
    public static LinkDraft DraftOf(Simulation tenant, string name = "TeamsDirectory") => new()
    {
        Name = name,
        TenantId = tenant.TenantId,
        ClientId = tenant.ClientId,
        NumberFields = "businessPhones,mobilePhone=M",
        Cloud = CloudEndpoints.CustomName,
        LoginEndpoint = tenant.Endpoint.AbsoluteUri,
        GraphEndpoint = tenant.Endpoint.AbsoluteUri,
        Credential = new CredentialDraft.Secret(tenant.ClientSecret),
    };

    public Task<Link> AddLinkAsync(string name = "TeamsDirectory", Func<LinkDraft, LinkDraft>? change = null)
    {
        var draft = DraftOf(Tenant, name);
        draft = change?.Invoke(draft) ?? draft;
        var (link, faults) = LinkValidation.Check(draft);
        Assert.Empty(faults);
        return Get<LinkStore>().AddAsync(link!, draft.Credential, Cancellation);
    }

    public Task<RunReport> RunAsync(Link link, RunRequest? request = null) =>
        Get<Synchronizer>().RunAsync(link, request ?? new RunRequest(), Cancellation);

    public async Task<Link> EditAsync(Link link, Func<LinkDraft, LinkDraft> change)
    {
        var (edited, faults) = LinkValidation.Check(change(LinkDraft.Of(link)));
        Assert.Empty(faults);
        return await Get<LinkStore>().EditAsync(link.Name, edited!, null, Cancellation);
    }

    /// <summary>Changes the database behind the program's back.</summary>
    public async Task ChangeAsync(Func<SwitchbookContext, Task> change)
    {
        await using var context = await Get<IDbContextFactory<SwitchbookContext>>().CreateDbContextAsync(Cancellation);
        await change(context);
    }

    /// <summary>All entries as they stand in the store: source, name and number, in the directory's order.</summary>
    public async Task<IReadOnlyList<(string Source, string Name, string Number)>> EntriesAsync()
    {
        var snapshot = await Get<DirectoryLoader>().LoadAsync(Cancellation);
        return [.. Enumerable.Range(0, snapshot.EntryCount).Select(i => (snapshot[i].Source, snapshot[i].Name, snapshot[i].Number))];
    }

    public async ValueTask DisposeAsync()
    {
        await Tenant.DisposeAsync();
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }
}
