using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Localization;
using Switchbook.ChangeNotifications;
using Switchbook.Links;
using Switchbook.Notices;
using Switchbook.PhoneDirectory;
using Switchbook.Synchronization;
using Switchbook.Web;
using Switchbook.Web.Home;
using Switchbook.Web.Shell;

namespace Switchbook.Tests.ChangeNotifications;

public sealed class ChangeNotificationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_changes_in_the_tenant_is_in_the_directory_long_before_the_interval_ends()
    {
        await using var server = await NotifiedServer.StartAsync();
        await server.LookAsync();
        Assert.Single(server.Tenant.Subscriptions);
        await server.RunsAsync(2);

        server.Tenant.AddPerson(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["displayName"] = "Nora New",
            ["businessPhones"] = new[] { "+44 1632 960999" },
            ["accountEnabled"] = true,
            ["userType"] = "Member",
        });
        var took = await server.RunsAsync(3);

        Assert.InRange(took, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(30));
        var run = Assert.Single(await server.Get<DirectoryStore>().RunsOfAsync(server.Link.Id, 1, Cancellation));
        Assert.Equal((RunMode.Delta, 1), (run.Report.Mode, run.Report.Added));
        Assert.Contains("Nora New", Names(server.Get<CurrentDirectory>().Snapshot));
    }

    [Fact]
    public async Task Strangers_may_knock_and_nothing_comes_of_it()
    {
        await using var server = await NotifiedServer.StartAsync();
        await server.LookAsync();
        await server.RunsAsync(2);
        using var counted = new Counted(server.Get<IMeterFactory>());
        var id = server.Tenant.Subscriptions[0].Id;

        Assert.Equal(HttpStatusCode.Accepted, await KnockAsync(server, Body(id, "a guess")));
        Assert.Equal(HttpStatusCode.Accepted, await KnockAsync(server, Body(id, "")));
        Assert.Equal(HttpStatusCode.Accepted, await KnockAsync(server, Body("00000000-0000-0000-0000-000000000000", "a guess")));
        Assert.Equal(HttpStatusCode.BadRequest, await KnockAsync(server, "no JSON"));
        Assert.Equal(HttpStatusCode.BadRequest, await KnockAsync(server, """{"value":[{"subscriptionId":1}]}"""));
        Assert.Equal(HttpStatusCode.BadRequest, await KnockAsync(server, new string('[', 10_000)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await KnockAsync(server, new string(' ', 300_000)));

        Assert.Equal(["forged", "forged", "malformed", "malformed", "malformed", "unknown"], counted.Results.Order(StringComparer.Ordinal));
        server.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(2, (await server.Get<DirectoryStore>().RunsOfAsync(server.Link.Id, 100, Cancellation)).Count);
    }

    [Fact]
    public async Task The_door_echoes_the_token_that_it_is_tried_with_as_plain_text()
    {
        await using var server = await NotifiedServer.StartAsync();
        using var asked = await server.Http.PostAsync("/graph/notifications/1?validationToken=Validation%3A+a%20%3Cb%3E", null, Cancellation);

        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.Equal("text/plain", asked.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Assert.Single(asked.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("Validation: a <b>", await asked.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task A_subscription_is_renewed_in_time_and_made_anew_when_it_was_removed()
    {
        await using var server = await NotifiedServer.StartAsync();
        await server.LookAsync();
        var first = Assert.Single(server.Tenant.Subscriptions);

        await RaiseAsync(server, first.Id, "reauthorizationRequired");
        await UntilAsync(server, () => server.Tenant.Subscriptions.Single().Ends > first.Ends);
        Assert.Equal(first.Id, server.Tenant.Subscriptions.Single().Id);

        server.Time.Advance(TimeSpan.FromDays(15));
        var before = server.Tenant.Subscriptions.Single().Ends;
        await server.LookAsync();
        Assert.True(server.Tenant.Subscriptions.Single().Ends > before);
        Assert.Equal((await server.StateAsync()).Until, server.Tenant.Subscriptions.Single().Ends);

        await RaiseAsync(server, first.Id, "subscriptionRemoved");
        await UntilAsync(server, () => server.Tenant.Subscriptions.Any(one => one.Id != first.Id));
    }

    [Fact]
    public async Task A_subscription_ends_when_it_is_not_wanted_any_more_and_when_its_link_is_removed()
    {
        await using var server = await NotifiedServer.StartAsync();
        await server.LookAsync();
        await SwitchAsync(server, wanted: false);
        await server.LookAsync();
        Assert.Empty(server.Tenant.Subscriptions);
        Assert.Null((await server.StateAsync()).Until);

        await SwitchAsync(server, wanted: true);
        await server.LookAsync();
        Assert.Single(server.Tenant.Subscriptions);
        await server.Get<LinkStore>().RemoveAsync(server.Link.Name, Cancellation);
        await server.LookAsync();
        Assert.Empty(server.Tenant.Subscriptions);
    }

    [Theory]
    [InlineData("address", "SB-NOTIFY-001")]
    [InlineData("reach", "SB-NOTIFY-002")]
    [InlineData("permission", "SB-NOTIFY-003")]
    public async Task What_stands_in_the_way_is_told_and_the_link_runs_all_the_same(string fault, string code)
    {
        await using var server = await NotifiedServer.StartAsync();
        var reached = server.Http.BaseAddress!.AbsoluteUri;
        server.ReachAt(fault switch { "address" => "", "reach" => $"{reached}somewhere/else", _ => reached });
        if (fault == "permission")
        {
            server.Tenant.Faults.Set("missing-consent:User.Read.All");
            server.Time.Advance(TimeSpan.FromHours(2));
        }

        await server.LookAsync();

        Assert.Equal(code, (await server.StateAsync()).Problem?.Code);
        Assert.Equal((code, HealthStatus.Degraded), (await ShownAsync(server), await HealthAsync(server)));
        Assert.Empty(server.Tenant.Subscriptions);
        server.Tenant.Faults.Clear();
        server.ReachAt(reached);
        server.Time.Advance(TimeSpan.FromMinutes(16));
        await server.LookAsync();
        Assert.Null((await server.StateAsync()).Problem);
        Assert.Equal((null, HealthStatus.Healthy), (await ShownAsync(server), await HealthAsync(server)));
        Assert.Single(server.Tenant.Subscriptions);
    }

    private static async Task<HealthStatus> HealthAsync(NotifiedServer server) =>
        (await new SubscriptionsArranged(server.Get<LinkStore>(), server.Get<SubscriptionStore>()).CheckHealthAsync(new(), Cancellation)).Status;

    /// <summary>What the first page of the Web Manager says.</summary>
    private static async Task<string?> ShownAsync(NotifiedServer server)
    {
        using var texts = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        var stores = new LinkStores(
            server.Get<LinkStore>(), server.Get<DirectoryStore>(), server.Get<HeldRuns>(), server.Get<SubscriptionStore>(), server.Get<NoticeStore>());
        var words = new Wording(texts.GetRequiredService<IStringLocalizer<Texts>>(), new Viewer());
        return Assert.Single(await new LinkWatch(stores, server.Get<RunMonitor>(), words, server.Time).LookAsync(Cancellation)).Untold?.Code;
    }

    private static IEnumerable<string> Names(DirectorySnapshot snapshot) => Enumerable.Range(0, snapshot.EntryCount).Select(index => snapshot[index].Name);

    private static string Body(string subscription, string state) => $$"""{"value":[{"subscriptionId":"{{subscription}}","clientState":"{{state}}","changeType":"updated"}]}""";

    /// <summary>Under a public name, as through a proxy.</summary>
    private static async Task<HttpStatusCode> KnockAsync(NotifiedServer server, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graph/notifications/1") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Host = "directory.example.com";
        using var answer = await server.Http.SendAsync(request, Cancellation);
        return answer.StatusCode;
    }

    private static async Task RaiseAsync(NotifiedServer server, string id, string lifecycleEvent)
    {
        using var http = new HttpClient { BaseAddress = server.Tenant.Endpoint };
        server.Time.Advance(TimeSpan.FromMinutes(10));
        using var raised = await http.PostAsync($"/_simulation/subscriptions/{id}/lifecycle/{lifecycleEvent}", null, Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, raised.StatusCode);
    }

    private static async Task UntilAsync(NotifiedServer server, Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Delay(10, Cancellation);
            await server.LookAsync();
        }
    }

    private static async Task SwitchAsync(NotifiedServer server, bool wanted)
    {
        var (link, _) = LinkValidation.Check(LinkDraft.Of(server.Link) with { Notifications = wanted });
        await server.Get<LinkStore>().EditAsync(server.Link.Name, link!, null, Cancellation);
    }

    /// <summary>Hears what one server counts.</summary>
    private sealed class Counted : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly List<string> _results = [];

        public Counted(IMeterFactory meters)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "switchbook.notifications" && ReferenceEquals(instrument.Meter.Scope, meters))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
            {
                lock (_results)
                {
                    _results.Add((string)tags[0].Value!);
                }
            });
            _listener.Start();
        }

        public IReadOnlyList<string> Results
        {
            get
            {
                lock (_results)
                {
                    return [.. _results];
                }
            }
        }

        public void Dispose() => _listener.Dispose();
    }
}
