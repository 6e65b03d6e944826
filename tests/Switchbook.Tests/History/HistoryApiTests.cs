using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Switchbook.Tests.Api;

namespace Switchbook.Tests.History;

public sealed class HistoryApiTests : IAsyncLifetime
{
    private ApiHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await ApiHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_directory_is_rolled_back_and_released_and_health_says_so()
    {
        await AddAsync("Reception", "401");
        await AddAsync("Door", "402");
        var versions = (await HistoryAsync())["versions"]!.AsArray();
        var first = versions[1]!["version"]!.GetValue<long>();
        Assert.Equal("Healthy", await _host.Http.GetStringAsync("/health/ready", Cancellation));

        using var pinned = await _host.Http.PutAsJsonAsync("/api/v1/history/pin", new { version = first }, Cancellation);

        Assert.Equal(HttpStatusCode.NoContent, pinned.StatusCode);
        Assert.Equal(["Reception"], await NamesAsync());
        Assert.Equal(first, (await HistoryAsync())["pinned"]!.GetValue<long>());
        Assert.Equal("Degraded", await _host.Http.GetStringAsync("/health/ready", Cancellation));

        using var released = await _host.Http.DeleteAsync("/api/v1/history/pin", Cancellation);

        Assert.Equal(HttpStatusCode.NoContent, released.StatusCode);
        Assert.Equal(["Door", "Reception"], await NamesAsync());
        Assert.Equal("Healthy", await _host.Http.GetStringAsync("/health/ready", Cancellation));
        using var again = await _host.Http.DeleteAsync("/api/v1/history/pin", Cancellation);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task Two_versions_are_compared_and_a_number_is_looked_up_in_the_past()
    {
        await AddAsync("Reception", "401");
        await AddAsync("Door", "402");
        var versions = (await HistoryAsync())["versions"]!.AsArray();

        var changes = await _host.ListAsync($"/api/v1/history/diff?from={versions[1]!["version"]}&to={versions[0]!["version"]}");
        Assert.Equal(("added", "Door", "402", "manual"), Assert.Single(changes.Select(change =>
            ($"{change["kind"]}", $"{change["name"]}", $"{change["number"]}", $"{change["source"]}"))));
        var table = await _host.Http.GetStringAsync($"/api/v1/history/diff?from={versions[1]!["version"]}&to={versions[0]!["version"]}&format=csv", Cancellation);
        Assert.Contains("\r\nadded,Door,402,\"\",\"\",manual,", table);
        var owners = await _host.ListAsync($"/api/v1/history/who?number=402&on={Uri.EscapeDataString($"{versions[0]!["at"]}")}");
        Assert.Equal("Door", $"{Assert.Single(owners)["name"]}");
    }

    [Theory]
    [InlineData("/api/v1/history/diff?from=1&to=2", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/history/diff?from=1&to=2&format=xlsx", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/history/who?number=402&on=2020-01-01", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/history/who?number=402&on=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/history/who?on=2020-01-01", HttpStatusCode.BadRequest)]
    public async Task What_is_not_kept_or_cannot_be_read_is_refused(string path, HttpStatusCode status)
    {
        using var answer = await _host.Http.GetAsync(path, Cancellation);

        Assert.Equal(status, answer.StatusCode);
    }

    private async Task AddAsync(string name, string number)
    {
        using var answer = await _host.Http.PostAsJsonAsync("/api/v1/directory", new { name, number }, Cancellation);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    private async Task<IEnumerable<string>> NamesAsync() =>
        (await _host.ListAsync("/api/v1/directory")).Select(entry => $"{entry["name"]}");

    private async Task<JsonObject> HistoryAsync() => (await _host.Http.GetFromJsonAsync<JsonObject>("/api/v1/history", Cancellation))!;
}
