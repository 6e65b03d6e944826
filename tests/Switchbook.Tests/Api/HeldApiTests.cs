using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Switchbook.Links;
using Switchbook.SimulatedTenant;
using Switchbook.Synchronization;
using Switchbook.Tests.Synchronization;

namespace Switchbook.Tests.Api;

/// <summary>Held runs and runs under way, as programs see and decide them.</summary>
public sealed class HeldApiTests : IAsyncLifetime
{
    private const string Path = "/api/v1/links/TeamsDirectory";

    private Simulation _tenant = null!;
    private ApiHost _host = null!;
    private Link _link = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _tenant = await Simulation.StartAsync(new() { Users = 60 }, Cancellation);
        _host = await ApiHost.StartAsync();
        var draft = TestInstallation.DraftOf(_tenant);
        _link = await _host.Get<LinkStore>().AddAsync(LinkValidation.Check(draft).Link!, draft.Credential, Cancellation);
        Assert.Equal("succeeded", Outcome(await ReportAsync(await RunAsync())));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _tenant.DisposeAsync();
    }

    [Fact]
    public async Task A_held_run_is_told_discarded_allowed_for_the_next_and_applied()
    {
        var standing = await EntriesAsync();
        await BlankAsync();
        Assert.Equal("held", Outcome(await ReportAsync(await RunAsync())));

        var held = await _host.Http.GetFromJsonAsync<JsonObject>($"{Path}/held", Cancellation);
        Assert.Equal(("SB-SYNC-010", false), ((string?)held!["error"]!["code"], (bool)held["applyNext"]!));
        Assert.Equal((int)held["removed"]!, held["changes"]!.AsArray().Count);
        Assert.Equal(standing, await EntriesAsync());

        Assert.Equal(HttpStatusCode.NoContent, (await _host.Http.DeleteAsync(new Uri($"{Path}/held", UriKind.Relative), Cancellation)).StatusCode);
        Assert.Equal("SB-SYNC-003", await CodeAsync(await GetAsync($"{Path}/held")));
        Assert.Equal("SB-SYNC-003", await CodeAsync(await PostAsync($"{Path}/held/apply")));

        Assert.Equal("held", Outcome(await ReportAsync(await RunAsync())));
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync($"{Path}/held/apply-next")).StatusCode);
        Assert.Equal("succeeded", Outcome(await ReportAsync(await RunAsync())));
        Assert.Equal(0, await EntriesAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"{Path}/held")).StatusCode);
    }

    [Fact]
    public async Task A_held_run_can_be_applied_at_once()
    {
        await BlankAsync();
        await RunAsync();

        Assert.Equal("succeeded", Outcome(await ReportAsync(await PostAsync($"{Path}/held/apply?wait=true"))));
        Assert.Equal(0, await EntriesAsync());
    }

    [Fact]
    public async Task A_run_that_waits_for_the_service_can_be_cancelled()
    {
        var standing = await EntriesAsync();
        _tenant.Faults.Set("throttle:600,always");
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var monitor = _host.Get<RunMonitor>();
        monitor.Changed += (_, _) =>
        {
            if (monitor.Running(_link.Id)?.Progress?.WaitingUntil is not null)
            {
                waiting.TrySetResult();
            }
        };
        var run = RunAsync();
        await waiting.Task.WaitAsync(Cancellation);

        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync($"{Path}/cancel")).StatusCode);

        var report = await ReportAsync(await run);
        Assert.Equal(("failed", "SB-SYNC-002"), (Outcome(report), (string?)report["error"]!["code"]));
        Assert.Equal(standing, await EntriesAsync());
    }

    /// <summary>Takes all numbers from everyone.</summary>
    private async Task BlankAsync()
    {
        var snapshot = await _host.Get<DirectoryLoader>().LoadAsync(Cancellation);
        foreach (var person in Enumerable.Range(0, snapshot.EntryCount).Select(row => snapshot[row].PersonId!).Distinct())
        {
            _tenant.UpdatePerson(person, "businessPhones", null);
            _tenant.UpdatePerson(person, "mobilePhone", null);
        }
    }

    private async Task<int> EntriesAsync() => (await _host.Get<DirectoryLoader>().LoadAsync(Cancellation)).EntryCount;

    private Task<HttpResponseMessage> RunAsync() => PostAsync($"{Path}/sync?wait=true");

    private Task<HttpResponseMessage> GetAsync(string path) => _host.Http.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

    private Task<HttpResponseMessage> PostAsync(string path) => _host.Http.PostAsync(new Uri(path, UriKind.Relative), null, Cancellation);

    private static async Task<JsonObject> ReportAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!;

    private static string? Outcome(JsonObject report) => (string?)report["outcome"];

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) => (string?)(await ReportAsync(answer))["code"];
}
