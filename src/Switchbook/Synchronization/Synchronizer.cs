using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Extensions.Options;
using Switchbook.Links;
using Switchbook.Problems;
using Switchbook.Storage;

namespace Switchbook.Synchronization;

/// <summary>
/// Runs links: reads what changed or everyone, maps them, compares them with what stands, and writes the difference in one
/// transaction.
/// Whatever stops a run before that transaction leaves the directory as it was.
/// </summary>
internal sealed partial class Synchronizer(
    RunPlanner planner,
    DirectoryStore store,
    HeldRuns heldRuns,
    RunMonitor monitor,
    CredentialReview credentials,
    IOptions<GuardOptions> guards,
    DataDirectory data,
    TimeProvider time,
    ILogger<Synchronizer> logger)
{
    /// <summary>Runs a link once; a fault is told in the report, only cancellation throws.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "A run: whatever stops it becomes its outcome, and the other links go on.")]
    public async Task<RunReport> RunAsync(Link link, RunRequest request, CancellationToken cancellationToken)
    {
        using var only = FileLock.TryTake(data, LockOf(link));
        if (only is null)
        {
            return Failed(link, SyncProblems.AlreadyRunning.With(link.Name), time.GetTimestamp());
        }

        var started = time.GetUtcNow();
        var clock = time.GetTimestamp();
        using var watch = monitor.Begin(link.Id, cancellationToken);
        try
        {
            var planned = await planner.PlanAsync(link, request, watch, watch.Stop);
            var report = planned.Report(time.GetElapsedTime(clock));
            if (await JudgeAsync(planned, request, watch.Stop) is { } why)
            {
                return await HoldAsync(planned, report, why, started, cancellationToken);
            }

            await store.CommitAsync(link, planned.Read, report, started, cancellationToken);
            LogSucceeded(link.Name, report.People, report.Entries, report.Added, report.Changed, report.Removed, report.DurationSeconds);
            await credentials.ReviewAfterRunAsync(link, cancellationToken);
            return report;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (watch.Stop.IsCancellationRequested)
        {
            return await RecordFailureAsync(link, SyncProblems.Cancelled.With(link.Name), started, clock, cancellationToken);
        }
        catch (ProblemException known)
        {
            LogFailed(link.Name, known.Problem.Code, known.Problem.Message);
            return await RecordFailureAsync(link, known.Problem, started, clock, cancellationToken);
        }
        catch (Exception unexpected)
        {
            LogUnexpected(unexpected, link.Name);
            var problem = SyncProblems.Unexpected.With(unexpected.GetType().Name);
            return await RecordFailureAsync(link, problem, started, clock, cancellationToken);
        }
    }

    /// <summary>What two runs of one link contend for, also in different processes.</summary>
    internal static string LockOf(Link link) => string.Create(CultureInfo.InvariantCulture, $"link-{link.Id}");

    private RunReport Failed(Link link, Problem problem, long clock) => new()
    {
        Link = link.Name,
        Outcome = RunOutcome.Failed,
        Mode = RunMode.Full,
        DurationSeconds = time.GetElapsedTime(clock).TotalSeconds,
        Error = problem,
    };

    /// <returns>Why the run is held; null when it may be applied.</returns>
    private async Task<Problem?> JudgeAsync(PlannedRun planned, RunRequest request, CancellationToken cancellationToken)
    {
        if (request.Apply)
        {
            return null;
        }

        var allowed = await heldRuns.AllowedAsync(planned.Link.Id, cancellationToken);
        return RunGuard.Check(guards.Value.For(planned.Link.Guards), planned.Guarded(allowed));
    }

    /// <summary>The directory stays; the report tells what would have been done, and why it was not.</summary>
    private async Task<RunReport> HoldAsync(
        PlannedRun planned, RunReport report, Problem why, DateTimeOffset started, CancellationToken cancellationToken)
    {
        LogHeld(planned.Link.Name, why.Code, why.Message);
        var held = report with { Outcome = RunOutcome.Held, Error = why };
        await store.HoldAsync(planned.Link, planned, held, started, cancellationToken);
        return held;
    }

    [SuppressMessage("Design", "CA1031", Justification = "A run: when the disk is full even its failure cannot be stored, and the link must still run again.")]
    private async Task<RunReport> RecordFailureAsync(
        Link link,
        Problem problem,
        DateTimeOffset started,
        long clock,
        CancellationToken cancellationToken)
    {
        var report = Failed(link, problem, clock);
        try
        {
            await store.RecordAsync(link.Id, report, started, cancellationToken);
        }
        catch (Exception unstored) when (!cancellationToken.IsCancellationRequested)
        {
            LogUnexpected(unstored, link.Name);
        }

        return report;
    }

    [LoggerMessage(
        EventId = 2001,
        Level = LogLevel.Information,
        Message = "Run of link {Link} succeeded: {People} people, {Entries} entries, {Added} added, {Changed} changed, {Removed} removed in {Seconds:0.00} s")]
    private partial void LogSucceeded(string link, int people, int entries, int added, int changed, int removed, double seconds);

    [LoggerMessage(EventId = 2004, Level = LogLevel.Warning, Message = "Run of link {Link} held: {Code} {Reason}")]
    private partial void LogHeld(string link, string code, string reason);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Warning, Message = "Run of link {Link} failed: {Code} {Reason}")]
    private partial void LogFailed(string link, string code, string reason);

    [LoggerMessage(EventId = 2003, Level = LogLevel.Error, Message = "Run of link {Link} stopped on an unexpected fault")]
    private partial void LogUnexpected(Exception fault, string link);
}
