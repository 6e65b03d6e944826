using System.Collections.Immutable;
using Switchbook.ChangeNotifications;
using Switchbook.Links;
using Switchbook.Notices;
using Switchbook.Synchronization;
using Switchbook.Web.Shell;

namespace Switchbook.Web.Home;

/// <summary>The state of every link for one window: what is stored is read again when it may have changed, progress each time.</summary>
internal sealed class LinkWatch(LinkStores stores, RunMonitor monitor, Wording words, TimeProvider time)
{
    private const int LatestRuns = 20;

    /// <summary>Also other processes store runs and links; this is how late their word may come.</summary>
    private static readonly TimeSpan StoredForAtMost = TimeSpan.FromSeconds(5);

    private ImmutableArray<StoredLink> _stored = [];
    private string _seen = "";
    private long _readAt;

    /// <summary>The notices that could not be delivered, as of the last look.</summary>
    public ImmutableArray<StuckNotice> Stuck { get; private set; } = [];

    public async Task<ImmutableArray<LinkView>> LookAsync(CancellationToken cancellationToken)
    {
        var seen = Seen();
        if (_readAt == 0 || seen != _seen || time.GetElapsedTime(_readAt) > StoredForAtMost)
        {
            _stored = await ReadAsync(cancellationToken);
            Stuck = await stores.Notices.StuckAsync(cancellationToken);
            _seen = Seen();
            _readAt = time.GetTimestamp();
        }

        return [.. _stored.Select(stored => new LinkViewMaker(words).Make(
            stored.Link, stored.Runs, stored.Good, monitor.Running(stored.Link.Id), monitor.Next(stored.Link.Id)) with
        {
            HeldSince = stored.HeldSince,
            Untold = stored.Untold,
        })];
    }

    private async Task<ImmutableArray<StoredLink>> ReadAsync(CancellationToken cancellationToken)
    {
        var read = ImmutableArray.CreateBuilder<StoredLink>();
        var arranged = await stores.Subscriptions.ListAsync(cancellationToken);
        foreach (var link in await stores.Links.ListAsync(cancellationToken))
        {
            var runs = await stores.Runs.RunsOfAsync(link.Id, LatestRuns, cancellationToken);
            var good = runs.FirstOrDefault(run => run.Report.Outcome == RunOutcome.Succeeded)
                ?? await stores.Runs.LastGoodAsync(link.Id, cancellationToken);
            var untold = SubscriptionState.Of(link, arranged.GetValueOrDefault(link.Id)).Problem;
            read.Add(new(link, runs, good, await stores.Held.SinceAsync(link.Id, cancellationToken), untold is null ? null : ProblemView.Of(untold)));
        }

        return read.ToImmutable();
    }

    /// <summary>Changes whenever a run begins or ends here.</summary>
    private string Seen() => string.Join(
        ';',
        _stored.Select(stored => $"{stored.Link.Id}:{monitor.Running(stored.Link.Id)?.StartedAt.Ticks}:{monitor.Next(stored.Link.Id)?.Ticks}"));

    private sealed record StoredLink(Link Link, IReadOnlyList<StoredRun> Runs, StoredRun? Good, DateTimeOffset? HeldSince, ProblemView? Untold);
}
