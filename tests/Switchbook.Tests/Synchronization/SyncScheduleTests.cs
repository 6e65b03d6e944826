using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Switchbook.Links;
using Switchbook.SimulatedTenant;
using Switchbook.Storage;
using Switchbook.Synchronization;

namespace Switchbook.Tests.Synchronization;

public sealed class SyncScheduleTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void A_good_run_is_followed_after_the_interval_and_up_to_a_twentieth_more() =>
        Gen.Select(Gen.Int[60, 604_800], Gen.Double[0, 1]).Sample((seconds, chance) =>
        {
            var interval = TimeSpan.FromSeconds(seconds);
            Assert.InRange(SyncSchedule.Wait(interval, failures: 0, chance), interval, interval * 1.05);
        });

    [Fact]
    public void A_failed_run_is_tried_again_sooner_and_then_ever_later_but_never_later_than_the_interval()
    {
        Assert.Equal(TimeSpan.FromMinutes(1), SyncSchedule.Wait(Hour, failures: 1, chance: 0));
        Assert.Equal(TimeSpan.FromMinutes(2), SyncSchedule.Wait(Hour, failures: 2, chance: 0));
        Assert.Equal(TimeSpan.FromMinutes(32), SyncSchedule.Wait(Hour, failures: 6, chance: 0));
        Assert.Equal(Hour, SyncSchedule.Wait(Hour, failures: 7, chance: 0));
        Assert.Equal(Hour, SyncSchedule.Wait(Hour, failures: 1_000_000, chance: 0));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 10)]
    [InlineData(2, 20)]
    [InlineData(3, 40)]
    [InlineData(4, 60)]
    [InlineData(1_000_000, 60)]
    public void An_interval_that_adapts_is_short_after_a_change_and_grows_while_nothing_changes(int quietRuns, int minutes)
    {
        Assert.Equal(TimeSpan.FromMinutes(minutes), SyncSchedule.Interval(TimeSpan.FromMinutes(5), Hour, quietRuns));
        Assert.Equal(Hour, SyncSchedule.Interval(least: null, Hour, quietRuns));
    }

    [Fact]
    public async Task A_link_whose_interval_adapts_is_planned_by_what_its_runs_changed()
    {
        await using var installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 20 });
        var link = await installation.AddLinkAsync(change: draft => draft with { LeastResync = TimeSpan.FromMinutes(5) });
        var time = new FakeTimeProvider();
        using var schedule = Schedule(installation, time);
        await schedule.StartAsync(TestInstallation.Cancellation);
        await PlannedAsync(installation, link, runs: 1);

        time.Advance(TimeSpan.FromMinutes(5.3));
        await PlannedAsync(installation, link, runs: 2);
        time.Advance(TimeSpan.FromMinutes(9.9));
        Assert.Equal(2, await RunsAsync(installation, link));
        time.Advance(TimeSpan.FromMinutes(0.7));
        await PlannedAsync(installation, link, runs: 3);

        await schedule.StopAsync(TestInstallation.Cancellation);
    }

    [Fact]
    public async Task A_link_that_is_to_run_soon_runs_once_however_often_that_is_said()
    {
        await using var installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 20 });
        var link = await installation.AddLinkAsync();
        var time = new FakeTimeProvider();
        var loop = new LinkLoop(link, TestInstallation.Cancellation);
        var first = loop.WakeLaterAsync(Hour, time);
        Assert.True(loop.WakeLaterAsync(Hour, time).IsCompletedSuccessfully);
        Assert.False(first.IsCompleted);

        using var schedule = Schedule(installation, time);
        await schedule.StartAsync(TestInstallation.Cancellation);
        await PlannedAsync(installation, link, runs: 1);

        for (var told = 0; told < 100; told++)
        {
            schedule.RunSoon(link.Id, TimeSpan.FromMinutes(10));
        }

        time.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(1, await RunsAsync(installation, link));
        time.Advance(TimeSpan.FromMinutes(1));
        await PlannedAsync(installation, link, runs: 2);
        time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(2, await RunsAsync(installation, link));

        await schedule.StopAsync(TestInstallation.Cancellation);
    }

    [Fact]
    public async Task A_link_runs_at_start_then_an_interval_later_and_a_clock_that_is_set_skips_nothing()
    {
        await using var installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 20 });
        var link = await installation.AddLinkAsync();
        var time = new FakeTimeProvider();
        using var schedule = Schedule(installation, time);
        await schedule.StartAsync(TestInstallation.Cancellation);
        await PlannedAsync(installation, link, runs: 1);

        time.AdjustTime(time.GetUtcNow().AddDays(-300));
        time.Advance(Hour * 1.06);
        await PlannedAsync(installation, link, runs: 2);

        time.AdjustTime(time.GetUtcNow().AddDays(3000));
        time.Advance(Hour * 0.9);
        Assert.Equal(2, await RunsAsync(installation, link));
        time.Advance(Hour * 0.2);
        await PlannedAsync(installation, link, runs: 3);

        await schedule.StopAsync(TestInstallation.Cancellation);
    }

    [Fact]
    public async Task Whoever_asks_for_a_run_need_not_wait()
    {
        await using var installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 20 });
        var link = await installation.AddLinkAsync();
        using var schedule = Schedule(installation, new FakeTimeProvider());
        await schedule.StartAsync(TestInstallation.Cancellation);
        await PlannedAsync(installation, link, runs: 1);

        schedule.RunNow(link.Id);

        await PlannedAsync(installation, link, runs: 2);
        await schedule.StopAsync(TestInstallation.Cancellation);
    }

    [Fact]
    public async Task A_database_that_cannot_be_written_for_a_while_ends_neither_the_schedule_nor_the_link()
    {
        await using var installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 20 });
        var link = await installation.AddLinkAsync();
        using var schedule = Schedule(installation, new FakeTimeProvider());
        await schedule.StartAsync(TestInstallation.Cancellation);
        await PlannedAsync(installation, link, runs: 1);

        await ExecuteAsync(installation, "ALTER TABLE Runs RENAME TO Away");
        var ended = EndOfRunAsync(installation.Get<RunMonitor>(), link);
        schedule.RunNow(link.Id);
        await ended.WaitAsync(TimeSpan.FromSeconds(30), TestInstallation.Cancellation);
        await ExecuteAsync(installation, "ALTER TABLE Away RENAME TO Runs");
        schedule.RunNow(link.Id);

        await PlannedAsync(installation, link, runs: 2).WaitAsync(TimeSpan.FromSeconds(30), TestInstallation.Cancellation);
        await schedule.StopAsync(TestInstallation.Cancellation);
    }

    private static async Task EndOfRunAsync(RunMonitor monitor, Link link)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var seen = false;
        monitor.Changed += (_, _) =>
        {
            seen |= monitor.Running(link.Id) is not null;
            if (seen && monitor.Running(link.Id) is null && monitor.Next(link.Id) is not null)
            {
                ended.TrySetResult();
            }
        };
        await ended.Task;
    }

    private static async Task ExecuteAsync(TestInstallation installation, string command)
    {
        await using var context = await installation.Get<IDbContextFactory<SwitchbookContext>>().CreateDbContextAsync(TestInstallation.Cancellation);
        await context.Database.ExecuteSqlRawAsync(command, TestInstallation.Cancellation);
    }

    private static SyncSchedule Schedule(TestInstallation installation, TimeProvider time) => new(
        installation.Get<LinkStore>(),
        installation.Get<Synchronizer>(),
        installation.Get<DirectoryRefresh>(),
        installation.Get<RunMonitor>(),
        installation.Get<RunMetrics>(),
        time,
        NullLogger<SyncSchedule>.Instance);

    /// <summary>Waits until so many runs have ended and the next is planned.</summary>
    private static async Task PlannedAsync(TestInstallation installation, Link link, int runs)
    {
        while (await RunsAsync(installation, link) < runs || installation.Get<RunMonitor>().Next(link.Id) is null)
        {
            await Task.Delay(10, TestInstallation.Cancellation);
        }

        Assert.Equal(runs, await RunsAsync(installation, link));
    }

    private static async Task<int> RunsAsync(TestInstallation installation, Link link) =>
        (await installation.Get<DirectoryStore>().RunsOfAsync(link.Id, 100, TestInstallation.Cancellation)).Count;
}
