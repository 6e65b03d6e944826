using System.Diagnostics.CodeAnalysis;
using Switchbook.Links;

namespace Switchbook.Synchronization;

/// <summary>
/// Runs every link at start, and again an interval after each run's end. It counts elapsed time, not the clock's, so that a
/// clock that is set forward or back neither skips nor piles up runs.
/// </summary>
internal sealed partial class SyncSchedule(
    LinkStore links,
    Synchronizer synchronizer,
    DirectoryRefresh refresh,
    RunMonitor monitor,
    RunMetrics metrics,
    TimeProvider time,
    ILogger<SyncSchedule> logger) : BackgroundService
{
    /// <summary>Links that run at the same time; more would only share the same line to the service.</summary>
    private const int RunsAtOnce = 4;

    /// <summary>How soon a failed run is tried again at first; the wait doubles up to the link's interval.</summary>
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly Dictionary<int, LinkLoop> _loops = [];
    private readonly SemaphoreSlim _places = new(RunsAtOnce);

    /// <summary>Runs a link now, or right after the run that is under way.</summary>
    public void RunNow(int linkId, RunRequest? request = null)
    {
        lock (_loops)
        {
            _loops.GetValueOrDefault(linkId)?.Wake((request ?? new()) with { Interactive = true });
        }
    }

    /// <summary>
    /// Runs a link soon, since something changed at the service: so much later that more can come together, and so rarely that runs
    /// take a tenth of the time at most. A link whose runs fail has a pace of its own.
    /// </summary>
    public void RunSoon(int linkId, TimeSpan delay)
    {
        lock (_loops)
        {
            if (_loops.GetValueOrDefault(linkId) is { Failures: 0 } loop)
            {
                _ = loop.WakeLaterAsync(TimeSpan.FromTicks(Math.Max(delay.Ticks, 9 * loop.LatestRun.Ticks)), time);
            }
        }
    }

    public override void Dispose()
    {
        _places.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await SurviveAsync(FollowLinksAsync, stoppingToken);
                await SurviveAsync(refresh.RefreshAsync, stoppingToken);
                await Task.Delay(Look, time, stoppingToken);
            }
        }
        finally
        {
            await Task.WhenAll(Loops().Select(loop => loop.StopAsync()));
        }
    }

    /// <summary>A database that is away for a while must not end the server: phones are answered from memory.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The schedule: whatever the database answers, the next look comes in a second.")]
    private async Task SurviveAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            LogDatabaseAway(fault);
        }
    }

    private async Task FollowLinksAsync(CancellationToken stoppingToken)
    {
        var current = (await links.ListAsync(stoppingToken)).ToDictionary(link => link.Id);
        foreach (var gone in Loops().Where(loop => !current.ContainsKey(loop.Link.Id)))
        {
            Take(gone.Link.Id);
            await gone.StopAsync();
            monitor.Forget(gone.Link.Id);
            metrics.Forget(gone.Link.Name);
        }

        foreach (var link in current.Values)
        {
            var loop = Loops().FirstOrDefault(loop => loop.Link.Id == link.Id);
            if (loop is null)
            {
                loop = new LinkLoop(link, stoppingToken);
                Put(loop);
                loop.Start(RunOnceAsync);
            }
            else
            {
                var asked = !loop.Link.AsksTheSameAs(link);
                if (loop.Link.Name != link.Name)
                {
                    metrics.Forget(loop.Link.Name);
                }

                loop.Link = link;
                if (asked)
                {
                    loop.Wake(new(Interactive: true));
                }
            }
        }
    }

    private LinkLoop[] Loops()
    {
        lock (_loops)
        {
            return [.. _loops.Values];
        }
    }

    private void Put(LinkLoop loop)
    {
        lock (_loops)
        {
            _loops[loop.Link.Id] = loop;
        }
    }

    private void Take(int linkId)
    {
        lock (_loops)
        {
            _loops.Remove(linkId);
        }
    }

    /// <summary>One turn of a link's loop: a run, then the wait for the next.</summary>
    private async Task RunOnceAsync(LinkLoop loop, CancellationToken cancellationToken)
    {
        var link = loop.Link;
        await _places.WaitAsync(cancellationToken);
        RunReport report;
        try
        {
            report = await synchronizer.RunAsync(link, loop.TakeAsked(), cancellationToken);
            await SurviveAsync(refresh.RefreshAsync, cancellationToken);
            metrics.Ended(report, loop.Link.CredentialInUse?.Ends);
        }
        finally
        {
            _places.Release();
        }

        loop.Failures = report.Outcome == RunOutcome.Succeeded ? 0 : loop.Failures + 1;
        loop.QuietRuns = report.Added + report.Changed + report.Removed > 0 ? 0 : loop.QuietRuns + 1;
        loop.LatestRun = TimeSpan.FromSeconds(report.DurationSeconds);
        var wait = Wait(Interval(link.LeastResync, link.Resync, loop.QuietRuns), loop.Failures, Random.Shared.NextDouble());
        var waiting = loop.WaitAsync(wait, time, cancellationToken);
        monitor.Plan(link.Id, time.GetUtcNow() + wait);
        LogNext(link.Name, wait);
        await waiting;
    }

    /// <summary>The interval, or where it adapts: the least one after a change, twice as long after each run without one.</summary>
    /// <param name="least">Null where it does not adapt.</param>
    /// <param name="longest">The link's resync interval.</param>
    /// <param name="quietRuns">Runs since the last change.</param>
    internal static TimeSpan Interval(TimeSpan? least, TimeSpan longest, int quietRuns) =>
        least is { } shortest ? TimeSpan.FromTicks(Math.Min(longest.Ticks, shortest.Ticks << Math.Min(quietRuns, 20))) : longest;

    /// <summary>From the end of a run to the next: the interval and up to a twentieth more, sooner after a failure.</summary>
    /// <param name="interval">The link's resync interval.</param>
    /// <param name="failures">Failed runs in a row.</param>
    /// <param name="chance">0 to 1.</param>
    internal static TimeSpan Wait(TimeSpan interval, int failures, double chance)
    {
        var wait = failures == 0
            ? interval
            : TimeSpan.FromTicks(Math.Min(interval.Ticks, FirstRetry.Ticks << Math.Min(failures - 1, 20)));
        return wait * (1 + (chance / 20));
    }

    [LoggerMessage(EventId = 2011, Level = LogLevel.Error, Message = "The links and the directory cannot be read from the database; the last good directory is served")]
    private partial void LogDatabaseAway(Exception fault);

    [LoggerMessage(EventId = 2010, Level = LogLevel.Debug, Message = "Next run of link {Link} in {Wait}")]
    private partial void LogNext(string link, TimeSpan wait);
}
