using System.Collections.Immutable;
using Switchbook.Links;
using Switchbook.Synchronization;
using Switchbook.Web.Shell;

namespace Switchbook.Web.Home;

/// <summary>The state of every link for one window: what is stored is read again when it may have changed, progress each time.</summary>
internal sealed class LinkWatch(LinkStore links, DirectoryStore store, HeldRuns held, RunMonitor monitor, Wording words, TimeProvider time)
{
    private const int LatestRuns = 20;

    /// <summary>Also other processes store runs and links; this is how late their word may come.</summary>
    private static readonly TimeSpan StoredForAtMost = TimeSpan.FromSeconds(5);

    private ImmutableArray<StoredLink> _stored = [];
    private string _seen = "";
    private long _readAt;

    public async Task<ImmutableArray<LinkView>> LookAsync(CancellationToken cancellationToken)
    {
        var seen = Seen();
        if (_readAt == 0 || seen != _seen || time.GetElapsedTime(_readAt) > StoredForAtMost)
        {
            _stored = await ReadAsync(cancellationToken);
            _seen = Seen();
            _readAt = time.GetTimestamp();
        }

        return [.. _stored.Select(stored => new LinkViewMaker(words).Make(
            stored.Link, stored.Runs, stored.Good, monitor.Running(stored.Link.Id), monitor.Next(stored.Link.Id)) with { HeldSince = stored.HeldSince })];
    }

    private async Task<ImmutableArray<StoredLink>> ReadAsync(CancellationToken cancellationToken)
    {
        var read = ImmutableArray.CreateBuilder<StoredLink>();
        foreach (var link in await links.ListAsync(cancellationToken))
        {
            var runs = await store.RunsOfAsync(link.Id, LatestRuns, cancellationToken);
            var good = runs.FirstOrDefault(run => run.Report.Outcome == RunOutcome.Succeeded)
                ?? await store.LastGoodAsync(link.Id, cancellationToken);
            read.Add(new(link, runs, good, await held.SinceAsync(link.Id, cancellationToken)));
        }

        return read.ToImmutable();
    }

    /// <summary>Changes whenever a run begins or ends here.</summary>
    private string Seen() => string.Join(
        ';',
        _stored.Select(stored => $"{stored.Link.Id}:{monitor.Running(stored.Link.Id)?.StartedAt.Ticks}:{monitor.Next(stored.Link.Id)?.Ticks}"));

    private sealed record StoredLink(Link Link, IReadOnlyList<StoredRun> Runs, StoredRun? Good, DateTimeOffset? HeldSince);
}
