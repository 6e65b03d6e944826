using System.Collections.Immutable;
using Switchbook.Mapping;

namespace Switchbook.Synchronization;

/// <summary>
/// How many people and entries a link has, and why people have none. It is carried from run to run, so that a run without
/// changes counts nobody.
/// </summary>
internal sealed record LinkTally
{
    public static readonly LinkTally Nobody = new();

    /// <summary>People with and without entries.</summary>
    public int People { get; init; }

    /// <summary>Before the directory's limit.</summary>
    public int Entries { get; init; }

    /// <summary>See <see cref="RunReport.Duplicates"/>.</summary>
    public int Duplicates { get; init; }

    /// <summary>How many people give no entry, by reason; never zero.</summary>
    public ImmutableSortedDictionary<SkipReason, int> Skipped { get; init; } = ImmutableSortedDictionary<SkipReason, int>.Empty;

    /// <summary>People with entries.</summary>
    public int Listed => People - Skipped.Values.Sum();

    /// <summary>The tally of <paramref name="people"/>.</summary>
    public static LinkTally Of(IEnumerable<ReadPerson> people) => Nobody.With(people.Select(person => new PersonChange("", null, person)));

    /// <summary>The tally after <paramref name="changes"/>.</summary>
    public LinkTally With(IEnumerable<PersonChange> changes)
    {
        var (people, entries, duplicates) = (People, Entries, Duplicates);
        var skipped = Skipped.ToBuilder();
        foreach (var change in changes)
        {
            Count(change.Before, -1);
            Count(change.After, 1);
        }

        return new() { People = people, Entries = entries, Duplicates = duplicates, Skipped = skipped.ToImmutable() };

        void Count(ReadPerson? counted, int step)
        {
            if (counted is not { } person)
            {
                return;
            }

            people += step;
            entries += step * person.Entries;
            duplicates += step * person.Duplicates;
            if (person.Skipped is { } reason)
            {
                skipped[reason] = skipped.GetValueOrDefault(reason) + step;
                if (skipped[reason] == 0)
                {
                    skipped.Remove(reason);
                }
            }
        }
    }
}
