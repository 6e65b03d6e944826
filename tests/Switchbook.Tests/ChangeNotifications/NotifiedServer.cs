using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Switchbook.Access;
using Switchbook.ChangeNotifications;
using Switchbook.Cli;
using Switchbook.Graph;
using Switchbook.Links;
using Switchbook.SimulatedTenant;
using Switchbook.Storage;
using Switchbook.Synchronization;

namespace Switchbook.Tests.ChangeNotifications;

/// <summary>A server that a simulated tenant reaches over real HTTP, linked to it; the clock of both stands still.</summary>
internal sealed class NotifiedServer : IAsyncDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("switchbook-test-").FullName;
    private WebApplication _app = null!;

    public FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

    public Simulation Tenant { get; private set; } = null!;

    public Link Link { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<NotifiedServer> StartAsync()
    {
        var server = new NotifiedServer();
        server.Tenant = await Simulation.StartAsync(new SimulationOptions { Users = 20, Clock = server.Time, SecretExpires = server.Time.GetUtcNow().AddYears(1) }, Cancellation);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddCore(new DataDirectory(server._directory)).AddSchedule().AddNotificationDoor().AddHttpAccess()
            .AddSingleton<TimeProvider>(server.Time)
            .AddSingleton<SubscriptionKeeper>()
            .Configure<ChangeNotificationOptions>(options => options.Address = "http://127.0.0.1:1");
        server._app = builder.Build();
        server._app.UseHttpAccess();
        server._app.MapChangeNotifications();
        await server._app.Services.UpgradeDatabaseAsync(Cancellation);
        server.Link = await server.AddLinkAsync();
        await server._app.StartAsync(Cancellation);

        // The port is known from now on.
        server.ReachAt(server._app.Urls.First());
        server.Http = new HttpClient { BaseAddress = new Uri(server._app.Urls.First()) };
        await server.RunsAsync(1);
        return server;
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public void ReachAt(string address) => Get<IOptions<ChangeNotificationOptions>>().Value.Address = address;

    public Task LookAsync() => Get<SubscriptionKeeper>().LookAsync(Cancellation);

    public async Task<SubscriptionState> StateAsync() =>
        SubscriptionState.Of(Link, await Get<SubscriptionStore>().FindAsync(Link.Id, Cancellation));

    /// <summary>Waits until so many runs have ended and the next is planned, while the clock goes on by seconds.</summary>
    /// <returns>How long it took by that clock.</returns>
    public async Task<TimeSpan> RunsAsync(int runs)
    {
        var start = Time.GetUtcNow();
        while ((await Get<DirectoryStore>().RunsOfAsync(Link.Id, 100, Cancellation)).Count < runs || Get<RunMonitor>().Next(Link.Id) is null)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10, Cancellation);
        }

        return Time.GetUtcNow() - start;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        await Tenant.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    private Task<Link> AddLinkAsync()
    {
        var draft = new LinkDraft
        {
            Name = "TeamsDirectory",
            TenantId = Tenant.TenantId,
            ClientId = Tenant.ClientId,
            Cloud = CloudEndpoints.CustomName,
            LoginEndpoint = Tenant.Endpoint.AbsoluteUri,
            GraphEndpoint = Tenant.Endpoint.AbsoluteUri,
            Notifications = true,
            Credential = new CredentialDraft.Secret(Tenant.ClientSecret),
        };
        var (link, faults) = LinkValidation.Check(draft);
        Assert.Empty(faults);
        return Get<LinkStore>().AddAsync(link!, draft.Credential, Cancellation);
    }
}
