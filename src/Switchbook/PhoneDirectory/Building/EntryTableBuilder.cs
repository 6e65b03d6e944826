using System.Text;
using Switchbook.Numbers;
using Switchbook.PhoneDirectory.Columns;

namespace Switchbook.PhoneDirectory.Building;

/// <summary>Makes the table of the entries that stand, by name, then number.</summary>
internal sealed class EntryTableBuilder(CollectedPeople collected, PersonTableBuilder people, bool[] standing)
{
    private readonly int[] _personOf = PersonsOf(collected);

    /// <summary>The row of each collected entry; -1 for those that do not stand.</summary>
    public int[] Rows { get; } = new int[standing.Length];

    public EntryTable Build(SnapshotRegions regions)
    {
        var order = Order();
        var records = new EntryRecord[order.Length];
        var readings = new NumberReading[order.Length];
        var names = new NameColumnBuilder(order.Length);
        Array.Fill(Rows, -1);
        var heap = collected.Heap.Peek();
        Span<char> text = stackalloc char[256];
        for (var row = 0; row < order.Length; row++)
        {
            var entry = collected.Entries[order[row]];
            var person = _personOf[order[row]];
            Rows[order[row]] = row;
            records[row] = new(entry.Name, entry.Number, people.RowOf(person), entry.Kind, entry.Position);
            names.Add(collected.NameOf(person, entry));
            var number = heap[entry.Number];
            var length = Encoding.UTF8.GetChars(number[..Math.Min(number.Length, text.Length)], text);
            readings[row] = NumberReader.Read(text[..length], regions.OfSources[collected.People[person].Source]);
        }

        return new(records, [.. collected.Kinds], names.Build(), NumberColumn.Build(readings));
    }

    private int[] Order()
    {
        var order = new int[standing.Count(static stands => stands)];
        var heads = new ulong[order.Length];
        for (int entry = 0, count = 0; entry < standing.Length; entry++)
        {
            if (standing[entry])
            {
                heads[count] = TextOrder.Head(collected.NameOf(_personOf[entry], collected.Entries[entry]));
                order[count++] = entry;
            }
        }

        var heap = collected.Heap.Peek();
        TextOrder.Sort<int>(heads, order, (left, right) => Compare(heap, left, right));
        return order;
    }

    private int Compare(StringHeap heap, int left, int right)
    {
        var (one, other) = (collected.Entries[left], collected.Entries[right]);
        var (person, otherPerson) = (_personOf[left], _personOf[right]);
        var order = collected.NameOf(person, one).SequenceCompareTo(collected.NameOf(otherPerson, other));
        order = order != 0 ? order : heap[one.Name].SequenceCompareTo(heap[other.Name]);
        order = order != 0 ? order : heap[one.Number].SequenceCompareTo(heap[other.Number]);
        order = order != 0 ? order : people.RowOf(person).CompareTo(people.RowOf(otherPerson));
        return order != 0 ? order : left.CompareTo(right);
    }

    private static int[] PersonsOf(CollectedPeople collected)
    {
        var persons = new int[collected.Entries.Length];
        for (var person = 0; person < collected.Count; person++)
        {
            persons.AsSpan()[collected.EntriesOf(person)].Fill(person);
        }

        return persons;
    }
}
