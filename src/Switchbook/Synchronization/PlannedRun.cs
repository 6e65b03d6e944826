using System.Collections.Immutable;
using Switchbook.Graph;
using Switchbook.Links;

namespace Switchbook.Synchronization;

/// <summary>A run that has read and compared everything and written nothing yet.</summary>
internal sealed class PlannedRun
{
    public required Link Link { get; init; }

    public required LinkRead Read { get; init; }

    public SyncPlan Plan => Read.Plan;

    /// <summary>The changes that phones will see, entry by entry; computed when asked for.</summary>
    public required Lazy<ImmutableArray<EntryChange>> Changes { get; init; }

    public required int OverLimit { get; init; }

    /// <summary>Whether the limit left out entries of this link before.</summary>
    public required bool WasOverLimit { get; init; }

    public required ReadProgress Progress { get; init; }

    /// <summary>The counts by which the guards judge this run.</summary>
    public GuardedRun Guarded()
    {
        if (Read.Reason != FullReason.RulesChanged)
        {
            return new(Link.Name, Plan.Before.Entries, Plan.After.Entries, Plan.Counts.Removed, Plan.Counts.Changed);
        }

        var gone = Plan.Changes.Count(change => change is { Before.Entries: > 0, After: not { Entries: > 0 } });
        return new(Link.Name, Plan.Before.Listed, Plan.After.Listed, gone, Changed: 0);
    }

    public RunReport Report(TimeSpan duration)
    {
        var (added, changed, removed) = OverLimit == 0 && !WasOverLimit ? Plan.Counts : EntryCounts.Of(Changes.Value);
        var entries = Plan.After.Entries - OverLimit;
        return new()
        {
            Link = Link.Name,
            Outcome = RunOutcome.Succeeded,
            Mode = Read.Reason is null ? RunMode.Delta : RunMode.Full,
            Reason = Read.Reason,
            Missed = Read.Missed,
            People = Plan.After.People,
            Entries = entries,
            Added = added,
            Changed = changed,
            Removed = removed,
            Unchanged = entries - added - changed,
            Skipped = [.. Plan.After.Skipped.Select(pair => new SkippedCount(RunJson.Name(pair.Key), pair.Value))],
            Duplicates = Plan.After.Duplicates,
            OverLimit = OverLimit,
            Warnings = Read.Warnings,
            Requests = Progress.Requests,
            ThrottledSeconds = Progress.Throttled.TotalSeconds,
            DurationSeconds = duration.TotalSeconds,
        };
    }
}
