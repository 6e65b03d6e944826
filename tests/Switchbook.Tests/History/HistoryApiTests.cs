using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Switchbook.Api;
using Switchbook.Cli;
using Switchbook.Health;
using Switchbook.Storage;
using Switchbook.Synchronization;

namespace Switchbook.Tests.History;

public sealed class HistoryApiTests : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("switchbook-test-").FullName;
    private WebApplication _app = null!;
    private HttpClient _http = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddCore(new DataDirectory(_directory)).AddSchedule().AddHealth().AddApi();
        _app = builder.Build();
        _app.MapHealth();
        _app.MapApi();
        await _app.Services.UpgradeDatabaseAsync(Cancellation);
        await _app.Services.GetRequiredService<DirectoryRefresh>().LoadAsync(Cancellation);
        await _app.StartAsync(Cancellation);
        _http = _app.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task A_directory_is_rolled_back_and_released_and_health_says_so()
    {
        await AddAsync("Reception", "401");
        await AddAsync("Door", "402");
        var versions = (await HistoryAsync())["versions"]!.AsArray();
        var first = versions[1]!["version"]!.GetValue<long>();
        Assert.Equal("Healthy", await _http.GetStringAsync("/health/ready", Cancellation));

        using var pinned = await _http.PutAsJsonAsync("/api/v1/history/pin", new { version = first }, Cancellation);

        Assert.Equal(HttpStatusCode.NoContent, pinned.StatusCode);
        Assert.Equal(["Reception"], await NamesAsync());
        Assert.Equal(first, (await HistoryAsync())["pinned"]!.GetValue<long>());
        Assert.Equal("Degraded", await _http.GetStringAsync("/health/ready", Cancellation));

        using var released = await _http.DeleteAsync("/api/v1/history/pin", Cancellation);

        Assert.Equal(HttpStatusCode.NoContent, released.StatusCode);
        Assert.Equal(["Door", "Reception"], await NamesAsync());
        Assert.Equal("Healthy", await _http.GetStringAsync("/health/ready", Cancellation));
        using var again = await _http.DeleteAsync("/api/v1/history/pin", Cancellation);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task Two_versions_are_compared_and_a_number_is_looked_up_in_the_past()
    {
        await AddAsync("Reception", "401");
        await AddAsync("Door", "402");
        var versions = (await HistoryAsync())["versions"]!.AsArray();

        var changes = await ListAsync($"/api/v1/history/diff?from={versions[1]!["version"]}&to={versions[0]!["version"]}");
        Assert.Equal(("added", "Door", "402", "manual"), Assert.Single(changes.Select(change =>
            ($"{change["kind"]}", $"{change["name"]}", $"{change["number"]}", $"{change["source"]}"))));
        var owners = await ListAsync($"/api/v1/history/who?number=402&on={Uri.EscapeDataString($"{versions[0]!["at"]}")}");
        Assert.Equal("Door", $"{Assert.Single(owners)["name"]}");
    }

    [Theory]
    [InlineData("/api/v1/history/diff?from=1&to=2", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/history/who?number=402&on=2020-01-01", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/history/who?number=402&on=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/history/who?on=2020-01-01", HttpStatusCode.BadRequest)]
    public async Task What_is_not_kept_or_cannot_be_read_is_refused(string path, HttpStatusCode status)
    {
        using var answer = await _http.GetAsync(path, Cancellation);

        Assert.Equal(status, answer.StatusCode);
    }

    private async Task AddAsync(string name, string number)
    {
        using var answer = await _http.PostAsJsonAsync("/api/v1/directory", new { name, number }, Cancellation);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    private async Task<IEnumerable<string>> NamesAsync() =>
        (await ListAsync("/api/v1/directory")).Select(entry => $"{entry["name"]}");

    private async Task<List<JsonObject>> ListAsync(string path) => (await _http.GetFromJsonAsync<List<JsonObject>>(path, Cancellation))!;

    private async Task<JsonObject> HistoryAsync() => (await _http.GetFromJsonAsync<JsonObject>("/api/v1/history", Cancellation))!;
}
