using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Switchbook.Access;
using Switchbook.Api;
using Switchbook.Cli;
using Switchbook.Health;
using Switchbook.Storage;
using Switchbook.Synchronization;

namespace Switchbook.Tests.Api;

/// <summary>The API over an installation of its own, behind an HTTP server in memory.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    private readonly string _directory;
    private readonly WebApplication _app;

    private ApiHost(string directory, WebApplication app)
    {
        (_directory, _app) = (directory, app);
        Http = app.GetTestClient();
    }

    public HttpClient Http { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ApiHost> StartAsync()
    {
        var directory = Directory.CreateTempSubdirectory("switchbook-test-").FullName;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddCore(new DataDirectory(directory)).AddSchedule().AddHttpAccess().AddHealth().AddApi();
        var app = builder.Build();
        app.UseHttpAccess();
        app.MapHealth();
        app.MapApi();
        await app.Services.UpgradeDatabaseAsync(Cancellation);
        await app.Services.GetRequiredService<DirectoryRefresh>().LoadAsync(Cancellation);
        await app.StartAsync(Cancellation);
        return new(directory, app);
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public async Task<List<JsonObject>> ListAsync(string path) => (await Http.GetFromJsonAsync<List<JsonObject>>(path, Cancellation))!;

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }
}
