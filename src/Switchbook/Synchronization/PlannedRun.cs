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
    /// <param name="allowed">What somebody allowed beforehand; null for nothing.</param>
    public GuardedRun Guarded(IReadOnlySet<EntryChange>? allowed = null)
    {
        var judged = allowed is null ? Plan.Changes : [.. Plan.Changes.Where(change => !IsAllowed(change, allowed))];
        if (Read.Reason != FullReason.RulesChanged)
        {
            var counts = SyncPlan.Count(judged);
            var removal = Plan.Counts.Removed - counts.Removed;
            return new(Link.Name, Plan.Before.Entries - removal, Plan.After.Entries, counts.Removed, counts.Changed, Read.GroupGone);
        }

        var gone = judged.Count(IsGone);
        var agreed = Plan.Changes.Count(IsGone) - gone;
        return new(Link.Name, Plan.Before.Listed - agreed, Plan.After.Listed, gone, Changed: 0, Read.GroupGone);
    }

    private static bool IsGone(PersonChange change) => change is { Before.Entries: > 0, After: not { Entries: > 0 } };

    private static bool IsAllowed(PersonChange change, IReadOnlySet<EntryChange> allowed) =>
        change.Entries().Where(entry => entry.Kind != ChangeKind.Added).All(allowed.Contains);

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
