using System.Collections.Immutable;

namespace Switchbook.Synchronization;

/// <summary>
/// What a run would do to a link's people: the difference between what stands and what was read. Applied, it makes the one
/// the other.
/// </summary>
internal sealed class SyncPlan
{
    private SyncPlan(IEnumerable<PersonChange> changes, LinkTally before, LinkTally after)
    {
        // In key order the store appends to its tree instead of searching it.
        Changes = [.. changes.OrderBy(change => change.PersonId, StringComparer.Ordinal)];
        Before = before;
        After = after;
    }

    /// <summary>The people to write or to remove, in the order of their IDs.</summary>
    public ImmutableArray<PersonChange> Changes { get; }

    public LinkTally Before { get; }

    public LinkTally After { get; }

    /// <summary>The counts of <see cref="EntryChanges"/>.</summary>
    public EntryCounts Counts => Count(Changes);

    /// <summary>The same difference, entry by entry.</summary>
    public IEnumerable<EntryChange> EntryChanges => Changes.SelectMany(change => change.Entries());

    public static EntryCounts Count(ImmutableArray<PersonChange> changes) =>
        changes.Aggregate(default(EntryCounts), (sum, change) => sum + change.Count());

    /// <summary>Compares with everyone.</summary>
    /// <param name="before">The tally of <paramref name="stored"/>.</param>
    /// <param name="stored">Everyone who stands.</param>
    /// <param name="read">Everyone who was read, by person ID.</param>
    public static async Task<SyncPlan> CompareAsync(
        LinkTally before,
        IAsyncEnumerable<StoredPerson> stored,
        IReadOnlyDictionary<string, ReadPerson> read,
        CancellationToken cancellationToken)
    {
        var changes = new List<PersonChange>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var (id, person) in stored.WithCancellation(cancellationToken))
        {
            known.Add(id);
            if (!read.TryGetValue(id, out var after))
            {
                changes.Add(new(id, person, null));
            }
            else if (!after.IsSame(person))
            {
                changes.Add(new(id, person, after));
            }
        }

        changes.AddRange(read.Where(pair => !known.Contains(pair.Key)).Select(pair => new PersonChange(pair.Key, null, pair.Value)));
        return new(changes, before, LinkTally.Of(read.Values));
    }

    /// <summary>Compares with those who may have changed.</summary>
    /// <param name="before">The tally of everyone who stands.</param>
    /// <param name="stored">Those of <paramref name="told"/> who stand, by person ID.</param>
    /// <param name="told">Those of whom a change was told; null for those who are gone.</param>
    public static SyncPlan OfChanges(
        LinkTally before,
        IReadOnlyDictionary<string, ReadPerson> stored,
        IEnumerable<KeyValuePair<string, ReadPerson?>> told)
    {
        var changes = told
            .Select(pair => new PersonChange(pair.Key, stored.TryGetValue(pair.Key, out var person) ? person : null, pair.Value))
            .Where(change => !change.IsEmpty)
            .ToList();
        return new(changes, before, before.With(changes));
    }
}
