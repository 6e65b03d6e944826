using System.Text;
using Switchbook.PhoneDirectory.Columns;

namespace Switchbook.PhoneDirectory.Building;

/// <summary>
/// Makes the content of a snapshot out of an earlier one and of that of the people who changed: nobody else is read, folded or
/// ordered again, and their texts are shared.
/// </summary>
internal sealed class SnapshotMerge
{
    private readonly SnapshotContent _earlier;
    private readonly SnapshotContent _changed;
    private readonly RowMerge _people;
    private readonly string[] _kinds;

    private SnapshotMerge(SnapshotContent earlier, SnapshotContent changed, HashSet<string> personIds)
    {
        (_earlier, _changed) = (earlier, changed);
        _kinds = [.. earlier.Entries.Kinds.Union(changed.Entries.Kinds, StringComparer.Ordinal)];
        _people = MergePeople(personIds);
        Entries = MergeEntries();
    }

    /// <summary>How the entries of both come together.</summary>
    public RowMerge Entries { get; }

    /// <param name="earlier">What stood.</param>
    /// <param name="changed">What stands of those who changed, with the sources of <paramref name="earlier"/> and no limit.</param>
    /// <param name="personIds">Those who changed.</param>
    public static SnapshotMerge Of(SnapshotContent earlier, SnapshotContent changed, HashSet<string> personIds) =>
        new(earlier, changed, personIds);

    /// <param name="listed">See <see cref="SnapshotChange.Listed"/>.</param>
    public SnapshotContent Content(IReadOnlyList<int> listed)
    {
        var people = PeopleTable();
        var (persons, entries) = SnapshotBuilder.Count(_earlier.Sources.Length, people);
        return new()
        {
            Heap = _earlier.Heap.With(_changed.Heap),
            People = people,
            Entries = EntryTable(),
            Sources = [.. _earlier.Sources.Select((source, index) => new SourceCount(
                source.Name, persons[index], entries[index], OverLimit: 0, Hidden: listed[index] - persons[index]))],
            OverLimit = _earlier.OverLimit,
            Regions = _earlier.Regions,
            RegionsOfSources = _earlier.RegionsOfSources,
        };
    }

    private RowMerge MergePeople(HashSet<string> personIds)
    {
        var (people, added) = (_earlier.People, _changed.People);
        var places = new int[added.Count];
        for (var row = 0; row < places.Length; row++)
        {
            var one = row;
            places[row] = RowMerge.Place(people.Count, other => ComparePeople(other, one) < 0);
        }

        var ids = personIds.GetAlternateLookup<ReadOnlySpan<char>>();
        var text = new char[StringHeapBuilder.LongestText];
        return RowMerge.Of(people.Count, row => ids.Contains(text.AsSpan(0, Encoding.UTF8.GetChars(_earlier.Heap[people[row].Id], text))), places);
    }

    /// <summary>As <see cref="PersonOrder"/>.</summary>
    private int ComparePeople(int earlier, int changed)
    {
        var order = _earlier.People.Names.Lines(earlier).SequenceCompareTo(_changed.People.Names.Lines(changed));
        if (order != 0)
        {
            return order;
        }

        ref readonly var one = ref _earlier.People[earlier];
        ref readonly var other = ref _changed.People[changed];
        order = CompareTexts(one.Name, other.Name);
        order = order != 0 ? order : CompareTexts(one.Id, other.Id);
        return order != 0 ? order : one.Source.CompareTo(other.Source);
    }

    private RowMerge MergeEntries()
    {
        var places = new int[_changed.Entries.Count];
        for (var row = 0; row < places.Length; row++)
        {
            var one = row;
            places[row] = RowMerge.Place(_earlier.Entries.Count, other => CompareEntries(other, one) < 0);
        }

        return RowMerge.Of(_earlier.Entries.Count, row => _people.Goes(_earlier.Entries[row].Person), places);
    }

    /// <summary>As <see cref="EntryTableBuilder"/>.</summary>
    private int CompareEntries(int earlier, int changed)
    {
        var order = _earlier.Entries.Names.Lines(earlier).SequenceCompareTo(_changed.Entries.Names.Lines(changed));
        if (order != 0)
        {
            return order;
        }

        ref readonly var one = ref _earlier.Entries[earlier];
        ref readonly var other = ref _changed.Entries[changed];
        order = CompareTexts(one.Name, other.Name);
        order = order != 0 ? order : CompareTexts(one.Number, other.Number);
        return order != 0 ? order : _people.OfFirst(one.Person).CompareTo(_people.OfSecond(other.Person));
    }

    private int CompareTexts(int earlier, int changed) => _earlier.Heap[earlier].SequenceCompareTo(_changed.Heap[changed]);

    private PersonTable PeopleTable()
    {
        var (earlier, changed) = (_earlier.People, _changed.People);
        var starts = new int[_people.Count + 1];
        _people.Join(row => earlier.EntriesOf(row).Length, row => changed.EntriesOf(row).Length).CopyTo(starts.AsSpan(1));
        for (var row = 1; row < starts.Length; row++)
        {
            starts[row] += starts[row - 1];
        }

        var entries = new int[starts[^1]];
        for (var row = 0; row < earlier.Count; row++)
        {
            if (!_people.Goes(row))
            {
                Fill(starts[_people.OfFirst(row)], earlier.EntriesOf(row), Entries.OfFirst);
            }
        }

        for (var row = 0; row < changed.Count; row++)
        {
            Fill(starts[_people.OfSecond(row)], changed.EntriesOf(row), Entries.OfSecond);
        }

        return new(
            _people.Join(row => earlier[row], row => Moved(changed[row])),
            starts,
            entries,
            new(
                NameColumn.Merge(earlier.Names, changed.Names, _people),
                NameColumn.Merge(earlier.GivenNames, changed.GivenNames, _people),
                NameColumn.Merge(earlier.Surnames, changed.Surnames, _people)));

        void Fill(int at, ReadOnlySpan<int> from, Func<int, int> place)
        {
            foreach (var entry in from)
            {
                entries[at++] = place(entry);
            }
        }
    }

    private EntryTable EntryTable()
    {
        var (earlier, changed) = (_earlier.Entries, _changed.Entries);
        return new(
            Entries.Join(row => earlier[row] with { Person = _people.OfFirst(earlier[row].Person) }, row => Moved(changed[row])),
            _kinds,
            NameColumn.Merge(earlier.Names, changed.Names, Entries),
            NumberColumn.Merge(earlier.Numbers, changed.Numbers, Entries));
    }

    private PersonRecord Moved(in PersonRecord person) => person with
    {
        Id = Moved(person.Id),
        Name = Moved(person.Name),
        GivenName = Moved(person.GivenName),
        Surname = Moved(person.Surname),
        Mail = Moved(person.Mail),
        Title = Moved(person.Title),
        Department = Moved(person.Department),
        Company = Moved(person.Company),
    };

    private EntryRecord Moved(in EntryRecord entry) => new(
        Moved(entry.Name),
        Moved(entry.Number),
        _people.OfSecond(entry.Person),
        (byte)Array.IndexOf(_kinds, _changed.Entries.Kinds[entry.Kind]),
        entry.Position);

    /// <summary>Where a text of those who changed stands in the heap of both.</summary>
    private int Moved(int place) => place == StringHeap.None ? place : place + _earlier.Heap.Size;
}
