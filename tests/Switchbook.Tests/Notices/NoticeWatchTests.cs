using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Switchbook.Links;
using Switchbook.Notices;
using Switchbook.SimulatedTenant;
using Switchbook.Storage;
using Switchbook.Synchronization;
using Switchbook.Tests.Synchronization;

namespace Switchbook.Tests.Notices;

public sealed class NoticeWatchTests
{
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private readonly NoticeLog _log = new();

    [Fact]
    public async Task A_link_that_fails_twice_is_told_once_and_its_recovery_once_also_after_restarts()
    {
        await using var peer = await WebhookPeer.StartAsync();
        await using var installation = await CreateAsync(peer);
        var link = await installation.AddLinkAsync();
        await RunAndLookAsync(installation, link);
        installation.Tenant.Faults.Set("forbidden");
        await RunAndLookAsync(installation, link);
        Assert.Empty(peer.Posted);

        await RunAndLookAsync(installation, link);
        await RunAndLookAsync(installation, link);

        Assert.Equal(["failing"], Kinds(peer));
        var news = peer.Posted[0]["news"]![0]!;
        Assert.StartsWith("SB-GRAPH-", (string?)news["problem"]!["code"], StringComparison.Ordinal);
        Assert.Equal((await installation.EntriesAsync()).Count, (int?)news["entries"]);
        Assert.DoesNotContain(installation.Tenant.ClientSecret, peer.Posted[0].ToJsonString());

        installation.Tenant.Faults.Clear();
        await RunAndLookAsync(installation, link);
        await RunAndLookAsync(installation, link);
        Assert.Equal(["failing", "recovered"], Kinds(peer));
    }

    [Fact]
    public async Task What_happens_to_several_links_at_once_is_one_notice()
    {
        await using var peer = await WebhookPeer.StartAsync();
        await using var installation = await CreateAsync(peer);
        installation.Tenant.Faults.Set("forbidden");
        foreach (var name in (string[])["Berlin", "Paris"])
        {
            var link = await installation.AddLinkAsync(name);
            await installation.RunAsync(link);
            await installation.RunAsync(link);
        }

        await LookAsync(installation);

        Assert.Equal("Switchbook: 2 links: runs fail", (string?)Assert.Single(peer.Posted)["title"]);
    }

    [Fact]
    public async Task A_held_run_an_ending_secret_and_old_data_are_told_each_when_they_begin()
    {
        await using var peer = await WebhookPeer.StartAsync();
        await using var installation = await CreateAsync(peer);
        var link = await installation.AddLinkAsync();
        await installation.RunAsync(link);
        var watch = Watch(installation);
        await watch.LookAsync(TestInstallation.Cancellation);
        Assert.Empty(peer.Posted);

        var small = installation.Tenant.Groups.Where(group => group.TransitiveMembers > 0).MinBy(group => group.TransitiveMembers)!;
        var narrowed = await installation.EditAsync(link, draft => draft with { Directory = "group", GroupId = small.Id });
        Assert.Equal(RunOutcome.Held, (await installation.RunAsync(narrowed)).Outcome);
        await watch.LookAsync(TestInstallation.Cancellation);
        _time.Advance(TimeSpan.FromHours(12.1));
        await watch.LookAsync(TestInstallation.Cancellation);
        _time.Advance(TimeSpan.FromHours(12.1));
        await watch.LookAsync(TestInstallation.Cancellation);
        await watch.LookAsync(TestInstallation.Cancellation);

        Assert.Equal(["held", "stale", "credentialEnds"], Kinds(peer));
    }

    [Fact]
    public async Task A_webhook_that_is_down_is_tried_again_in_order_and_holds_up_no_other()
    {
        await using var down = await WebhookPeer.StartAsync();
        await using var peer = await WebhookPeer.StartAsync();
        await using var installation = await CreateAsync(down, peer);
        var link = await FailingAsync(installation);
        down.Status = 503;

        await LookAsync(installation);
        Assert.Equal((1, HealthStatus.Degraded), (Assert.Single(await installation.Get<NoticeStore>().StuckAsync(TestInstallation.Cancellation)).Tries, await HealthAsync(installation)));
        installation.Tenant.Faults.Clear();
        await RunAndLookAsync(installation, link);

        Assert.Equal(["failing", "recovered"], Kinds(peer));
        Assert.Equal(["failing"], Kinds(down));
        down.Status = 200;
        _time.Advance(TimeSpan.FromMinutes(1));
        await LookAsync(installation);
        Assert.Equal(["failing", "failing", "recovered"], Kinds(down));
        Assert.Equal(HealthStatus.Healthy, await HealthAsync(installation));
        Assert.Equal([5001, 5001, 5001, 5001, 5002], _log.Events.Order());
    }

    [Fact]
    public async Task A_notice_that_nobody_takes_is_given_up_in_the_end_and_the_log_says_so_once()
    {
        await using var peer = await WebhookPeer.StartAsync();
        await using var installation = await CreateAsync(peer);
        await FailingAsync(installation);
        peer.Status = 404;

        for (var look = 0; look < 12; look++)
        {
            await LookAsync(installation);
            _time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(6, peer.Posted.Count);
        Assert.Equal([5002, 5003], _log.Events);
    }

    [Fact]
    public async Task A_webhook_that_takes_its_time_is_not_waited_for_without_end()
    {
        await using var peer = await WebhookPeer.StartAsync();
        await using var installation = await CreateAsync(peer);
        await FailingAsync(installation);
        peer.Answering = Task.Delay(Timeout.Infinite, TestInstallation.Cancellation);

        var look = LookAsync(installation);
        await peer.Asked.Task.WaitAsync(TestInstallation.Cancellation);
        _time.Advance(TimeSpan.FromSeconds(31));
        await look;

        Assert.Equal([5002], _log.Events);
        Assert.Contains("SB-NOTICE-040", Assert.Single(_log.Messages));
    }

    private static async Task<HealthStatus> HealthAsync(TestInstallation installation) =>
        (await new NoticesDelivered(installation.Get<NoticeStore>()).CheckHealthAsync(new(), TestInstallation.Cancellation)).Status;

    private static IEnumerable<string?> Kinds(WebhookPeer peer) =>
        peer.Posted.SelectMany(notice => notice["news"]!.AsArray()).Select(news => (string?)news!["kind"]);

    private Task<TestInstallation> CreateAsync(params WebhookPeer[] peers) => TestInstallation.CreateAsync(
        new SimulationOptions { Users = 100, Clock = _time, SecretExpires = _time.GetUtcNow().AddDays(31) },
        _time,
        [.. peers.Select((peer, number) => ($"Notices:Webhooks:{number}:Url", peer.Url))]);

    private static async Task<Link> FailingAsync(TestInstallation installation)
    {
        installation.Tenant.Faults.Set("forbidden");
        var link = await installation.AddLinkAsync();
        await installation.RunAsync(link);
        await installation.RunAsync(link);
        return link;
    }

    private async Task RunAndLookAsync(TestInstallation installation, Link link)
    {
        await installation.RunAsync(link);
        await LookAsync(installation);
    }

    /// <summary>By a watch of its own each time, as after a restart.</summary>
    private Task LookAsync(TestInstallation installation) => Watch(installation).LookAsync(TestInstallation.Cancellation);

    private NoticeWatch Watch(TestInstallation installation) => new(
        installation.Get<LinkStore>(),
        installation.Get<HealthReader>(),
        installation.Get<NoticeStore>(),
        installation.Get<NoticeDelivery>(),
        installation.Get<DataDirectory>(),
        _time,
        _log);

    private sealed class NoticeLog : ILogger<NoticeWatch>
    {
        public List<int> Events { get; } = [];

        public List<string> Messages { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Events.Add(eventId.Id);
            Messages.Add(formatter(state, exception));
        }
    }
}
