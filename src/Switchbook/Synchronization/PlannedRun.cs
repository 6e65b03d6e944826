using System.Collections.Immutable;
using Switchbook.Graph;
using Switchbook.Links;
using Switchbook.Mapping;

namespace Switchbook.Synchronization;

/// <summary>A run that has read and compared everything and written nothing yet.</summary>
internal sealed class PlannedRun
{
    public required Link Link { get; init; }

    public required SyncPlan Plan { get; init; }

    /// <summary>The changes that phones will see, entry by entry; computed when asked for.</summary>
    public required Lazy<ImmutableArray<EntryChange>> Changes { get; init; }

    public required int People { get; init; }

    /// <summary>See <see cref="RunReport.Duplicates"/>.</summary>
    public required int Duplicates { get; init; }

    public required int OverLimit { get; init; }

    /// <summary>Whether the limit left out entries of this link before.</summary>
    public required bool WasOverLimit { get; init; }

    /// <summary>How many entries the link gave before, with those over the limit.</summary>
    public required int EntriesBefore { get; init; }

    public required IReadOnlyDictionary<SkipReason, int> Skipped { get; init; }

    public required ReadProgress Progress { get; init; }

    /// <summary>The counts by which the guards judge this run.</summary>
    public GuardedRun Guarded()
    {
        if (Link.AppliedMapping == Link.Rules.Fingerprint)
        {
            return new(Link.Name, EntriesBefore, Plan.Entries, Plan.Counts.Removed, Plan.Counts.Changed);
        }

        var gone = Plan.Changes.Count(change => change.After is null);
        var come = Plan.Changes.Count(change => change.Before is null);
        return new(Link.Name, Plan.PeopleBefore, Plan.PeopleBefore - gone + come, gone, Changed: 0);
    }

    public RunReport Report(TimeSpan duration)
    {
        var (added, changed, removed) = OverLimit == 0 && !WasOverLimit ? Plan.Counts : EntryCounts.Of(Changes.Value);
        var entries = Plan.Entries - OverLimit;
        return new()
        {
            Link = Link.Name,
            Outcome = RunOutcome.Succeeded,
            Mode = RunMode.Full,
            People = People,
            Entries = entries,
            Added = added,
            Changed = changed,
            Removed = removed,
            Unchanged = entries - added - changed,
            Skipped = [.. Skipped.OrderBy(pair => pair.Key).Select(pair => new SkippedCount(RunJson.Name(pair.Key), pair.Value))],
            Duplicates = Duplicates,
            OverLimit = OverLimit,
            Requests = Progress.Requests,
            ThrottledSeconds = Progress.Throttled.TotalSeconds,
            DurationSeconds = duration.TotalSeconds,
        };
    }
}
