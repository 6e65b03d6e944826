using System.Runtime.InteropServices;
using Switchbook.PhoneDirectory.Columns;

namespace Switchbook.PhoneDirectory.Building;

/// <summary>Everything that the sources hold, read once, as places in a heap, in the order in which it came.</summary>
internal sealed class CollectedPeople
{
    private readonly List<PersonRecord> _people = [];
    private readonly List<int> _firstEntries = [0];
    private readonly List<CollectedEntry> _entries = [];
    private readonly List<string> _kinds = [];

    public StringHeapBuilder Heap { get; } = new();

    public int Count => _people.Count;

    public ReadOnlySpan<PersonRecord> People => CollectionsMarshal.AsSpan(_people);

    public ReadOnlySpan<CollectedEntry> Entries => CollectionsMarshal.AsSpan(_entries);

    /// <summary>The folded name of each person, by the same index.</summary>
    public FoldedNames Names { get; } = new();

    /// <summary>The folded names of entries that are not named like their person.</summary>
    public FoldedNames EntryNames { get; } = new();

    public IReadOnlyList<string> Kinds => _kinds;

    /// <summary>The entries of a person, in mapped order.</summary>
    public Range EntriesOf(int person) => _firstEntries[person].._firstEntries[person + 1];

    /// <summary>An entry's folded lines.</summary>
    public ReadOnlySpan<byte> NameOf(int person, in CollectedEntry entry) =>
        entry.Folded < 0 ? Names[person] : EntryNames[entry.Folded];

    /// <summary>The places of the numbers that a source gives.</summary>
    public IEnumerable<int> NumbersOf(int source) => Enumerable.Range(0, Count)
        .Where(person => _people[person].Source == source)
        .SelectMany(person => _entries[EntriesOf(person)], (_, entry) => entry.Number);

    /// <summary>For each source how many of its people stand through an earlier one.</summary>
    public int[] Hidden { get; private init; } = [];

    /// <summary>
    /// Reads every source; of a person whom several links give only the first link's, whole: names and numbers of two mappings
    /// are never mixed.
    /// </summary>
    public static CollectedPeople Read(IReadOnlyList<DirectorySource> sources)
    {
        var collected = new CollectedPeople { Hidden = new int[sources.Count] };
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var source = 0; source < sources.Count; source++)
        {
            // Nobody comes after the last source, so that with one link nothing is remembered.
            var compares = sources[source].Name != DirectorySource.Manual;
            var remembers = compares && source < sources.Count - 1;
            foreach (var person in sources[source].People)
            {
                if (compares && (remembers ? !known.Add(person.Id) : known.Contains(person.Id)))
                {
                    collected.Hidden[source]++;
                    continue;
                }

                collected.Add(source, person);
            }
        }

        return collected;
    }

    private void Add(int source, DirectoryPerson person)
    {
        var name = Heap.Add(person.Name);
        _people.Add(new PersonRecord
        {
            Source = source,
            Id = Heap.Add(person.Id),
            Name = name,
            GivenName = Heap.AddShared(person.GivenName),
            Surname = Heap.AddShared(person.Surname),
            Mail = Heap.Add(person.Mail),
            Title = Heap.AddShared(person.Title),
            Department = Heap.AddShared(person.Department),
            Company = Heap.AddShared(person.Company),
        });
        Names.Add(person.Name);
        var first = _entries.Count;
        foreach (var number in person.Numbers)
        {
            AddEntry(person.Name, name, number, first);
        }

        _firstEntries.Add(_entries.Count);
    }

    private void AddEntry(string personName, int personNamePlace, DirectoryNumber number, int first)
    {
        var isNamedLikePerson = number.Name == personName;
        var kind = (byte)KindOf(number.Kind);
        var position = 0;
        for (var i = first; i < _entries.Count; i++)
        {
            position += _entries[i].Kind == kind ? 1 : 0;
        }

        _entries.Add(new(
            isNamedLikePerson ? personNamePlace : Heap.Add(number.Name),
            Heap.Add(number.Number),
            isNamedLikePerson ? -1 : EntryNames.Add(number.Name),
            kind,
            (byte)Math.Min(position, byte.MaxValue)));
    }

    private int KindOf(string kind)
    {
        for (var i = 0; i < _kinds.Count; i++)
        {
            if (_kinds[i] == kind)
            {
                return i;
            }
        }

        // More kinds than a byte counts cannot be mapped by hand; they share the last.
        if (_kinds.Count > byte.MaxValue)
        {
            return byte.MaxValue;
        }

        _kinds.Add(kind);
        return _kinds.Count - 1;
    }
}
