using System.Collections.Immutable;

namespace Switchbook.Synchronization;

/// <summary>
/// What a run would do to a link's people: the difference between what stands and what was read. Applied, it makes the one
/// the other.
/// </summary>
internal sealed class SyncPlan
{
    private SyncPlan(ImmutableArray<PersonChange> changes, int peopleBefore, int entries)
    {
        Changes = changes;
        PeopleBefore = peopleBefore;
        Entries = entries;
    }

    /// <summary>How many people of the link stand before.</summary>
    public int PeopleBefore { get; }

    /// <summary>The people to write or to remove, in the order of their IDs.</summary>
    public ImmutableArray<PersonChange> Changes { get; }

    /// <summary>How many entries the link gives afterwards, before the directory's limit.</summary>
    public int Entries { get; }

    /// <summary>The counts of <see cref="EntryChanges"/>.</summary>
    public EntryCounts Counts => Changes.Aggregate(default(EntryCounts), (sum, change) => sum + change.Count());

    /// <summary>The same difference, entry by entry.</summary>
    public IEnumerable<EntryChange> EntryChanges => Changes.SelectMany(change => change.Entries());

    /// <param name="stored">What stands.</param>
    /// <param name="read">What a whole read gave, by person ID.</param>
    public static async Task<SyncPlan> CompareAsync(
        IAsyncEnumerable<StoredPerson> stored,
        IReadOnlyDictionary<string, ReadPerson> read,
        CancellationToken cancellationToken)
    {
        var changes = new List<PersonChange>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var person in stored.WithCancellation(cancellationToken))
        {
            known.Add(person.PersonId);
            if (!read.TryGetValue(person.PersonId, out var after))
            {
                changes.Add(new(person.PersonId, new(person.Data, person.Entries), null));
            }
            else if (!after.Data.AsSpan().SequenceEqual(person.Data))
            {
                changes.Add(new(person.PersonId, new(person.Data, person.Entries), after));
            }
        }

        changes.AddRange(read.Where(pair => !known.Contains(pair.Key)).Select(pair => new PersonChange(pair.Key, null, pair.Value)));

        // In key order the store appends to its tree instead of searching it.
        changes.Sort((a, b) => string.CompareOrdinal(a.PersonId, b.PersonId));
        return new([.. changes], known.Count, read.Values.Sum(person => person.Entries));
    }
}
