using System.Globalization;
using Microsoft.AspNetCore.Http;
using Switchbook.Graph;
using Switchbook.Problems;

namespace Switchbook.Tests.Graph;

/// <summary>Who is told to wait waits, shows it, shares it and can be stopped.</summary>
public sealed class ThrottlingTests
{
    private static readonly GraphOptions QuarterHour = new() { MaximumWait = TimeSpan.FromMinutes(15) };

    [Fact]
    public async Task A_wait_holds_for_every_link_of_the_tenant_also_when_the_first_gave_up()
    {
        await using var tenant = await MicrosoftStandIn.StartAsync(Refuse(429, "600"));
        var connection = tenant.Connection;
        using var tools = new ReadingTools(QuarterHour);
        await Assert.ThrowsAsync<ProblemException>(() => ReadAsync(tools, connection));
        Assert.Equal(2, tenant.Requests.Count);
        tenant.Graph = Answer;

        var read = await ReadAsync(tools, connection);

        Assert.Equal(TimeSpan.FromSeconds(600), read.Progress.Throttled);
        Assert.Equal(3, tenant.Requests.Count);
    }

    [Fact]
    public async Task Who_may_not_wait_so_long_does_not_ask_at_all()
    {
        await using var tenant = await MicrosoftStandIn.StartAsync(Refuse(429, "1200"));
        var connection = tenant.Connection;
        using var tools = new ReadingTools(QuarterHour);
        await Assert.ThrowsAsync<ProblemException>(() => ReadAsync(tools, connection));

        var second = await Assert.ThrowsAsync<ProblemException>(() => ReadAsync(tools, connection));

        Assert.Equal("SB-GRAPH-040", second.Problem.Code);
        Assert.Single(tenant.Requests);
    }

    [Fact]
    public async Task Without_Retry_After_the_waits_grow_and_are_not_all_alike()
    {
        await using var tenant = await MicrosoftStandIn.StartAsync();
        tenant.Graph = context => tenant.Requests.Count < 6 ? Refuse(503, null)(context) : Answer(context);
        using var tools = new ReadingTools();

        await ReadAsync(tools, tenant.Connection);

        var waits = tools.Time.Waits.ToArray();
        Assert.Equal(5, waits.Length);
        Assert.Equal(5, waits.Distinct().Count());
        Assert.All(waits, wait => Assert.InRange(wait, TimeSpan.FromTicks(1), TimeSpan.FromMinutes(1)));
        Assert.True(waits[^1] > waits[0]);
    }

    [Fact]
    public async Task A_wait_is_told_while_it_lasts_and_can_be_ended()
    {
        await using var tenant = await MicrosoftStandIn.StartAsync(Refuse(429, "17"));
        using var tools = new ReadingTools();
        using var stop = new CancellationTokenSource();
        var progress = new Follower(stop);
        var until = tools.Time.GetUtcNow().AddSeconds(17);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            tools.Reader.Open(tenant.Connection, ReadingTools.Everyone, progress).ReadAllAsync(person => person, stop.Token));

        Assert.Equal(until, progress.WaitingUntil);
        Assert.Single(tenant.Requests);
    }

    private static Task<PeopleRead<Person>> ReadAsync(ReadingTools tools, TenantConnection connection) =>
        tools.Reader.Open(connection, ReadingTools.Everyone, null).ReadAllAsync(person => person, TestContext.Current.CancellationToken);

    private static Task Answer(HttpContext context) => MicrosoftStandIn.JsonAsync(context, """{"value":[{"id":"a","displayName":"Al"}]}""");

    private static RequestDelegate Refuse(int status, string? retryAfter) => context =>
    {
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        return MicrosoftStandIn.ErrorAsync(context, status, string.Create(CultureInfo.InvariantCulture, $"Refused{status}"));
    };

    /// <summary>Ends the read as soon as it waits.</summary>
    private sealed class Follower(CancellationTokenSource stop) : IProgress<ReadProgress>
    {
        public DateTimeOffset? WaitingUntil { get; private set; }

        public void Report(ReadProgress value)
        {
            if (value.WaitingUntil is { } until)
            {
                WaitingUntil = until;
                stop.Cancel();
            }
        }
    }
}
