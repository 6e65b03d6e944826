using Microsoft.Extensions.Options;
using Switchbook.Links;
using Switchbook.Synchronization;

namespace Switchbook.Notices;

/// <summary>Says from the stored runs, and the credential, how a link does.</summary>
internal sealed class HealthReader(DirectoryStore store, HeldRuns heldRuns, IOptions<NoticeOptions> options, TimeProvider time)
{
    /// <summary>Enough to find two that count behind some that were cancelled.</summary>
    private const int LatestRuns = 10;

    // Data is not called old before this process had the time to renew it.
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();

    public async Task<LinkHealth> ReadAsync(Link link, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var runs = Counting(await store.RunsOfAsync(link.Id, LatestRuns, cancellationToken));
        var good = await store.LastGoodAsync(link.Id, cancellationToken);
        var heldSince = await heldRuns.SinceAsync(link.Id, cancellationToken);
        return new()
        {
            Link = link.Name,
            Now = now,
            Succeeded = runs is [{ Report.Outcome: RunOutcome.Succeeded }, ..],
            Failing = Failing(runs),
            Held = Held(runs, heldSince),
            Stale = Stale(link, good, now),
            Ending = Ending(link, now),
            GoodAt = good?.FinishedAt,
            Entries = good?.Report.Entries ?? 0,
        };
    }

    /// <summary>Whoever cancels a run knows of it.</summary>
    private static List<StoredRun> Counting(IEnumerable<StoredRun> runs) =>
        [.. runs.Where(run => run.Report.Error?.Code != SyncProblems.Cancelled.Code)];

    private static Trouble? Failing(List<StoredRun> newestFirst)
    {
        var failed = newestFirst.TakeWhile(run => run.Report.Outcome == RunOutcome.Failed).ToList();
        return failed is [{ Report.Error: { } latest }, _, ..] ? new(failed[^1].StartedAt, NoticeText.WithoutPeople(latest)) : null;
    }

    private static Trouble? Held(List<StoredRun> newestFirst, DateTimeOffset? since) =>
        since is { } held && newestFirst.Find(run => run.Report.Outcome == RunOutcome.Held)?.Report.Error is { } why
            ? new(held, NoticeText.WithoutPeople(why))
            : null;

    /// <summary>A link that never had data says so by failing.</summary>
    private Trouble? Stale(Link link, StoredRun? good, DateTimeOffset now)
    {
        var intervals = options.Value.StaleIntervals;
        if (good is not { FinishedAt: var since })
        {
            return null;
        }

        var from = since > _startedAt ? since : _startedAt;
        return now - from > link.Resync * intervals
            ? new(since, NoticeProblems.DataOld.With(link.Name, since.UtcDateTime, intervals, link.Resync))
            : null;
    }

    private static EndingCredential? Ending(Link link, DateTimeOffset now) =>
        link.CredentialInUse is { Ends: { } ends } credential
        && credential.WarningLevel(now) is { } level
        && credential.Warning(link.Name, now) is { } warning
            ? new(ends, level, warning)
            : null;
}
