using System.Text;
using Switchbook.PhoneDirectory.Columns;

namespace Switchbook.PhoneDirectory.Building;

/// <summary>Makes the table of the people who have an entry that stands, by name.</summary>
internal sealed class PersonTableBuilder(CollectedPeople collected, int[] order, bool[] standing)
{
    private readonly int[] _rows = new int[collected.Count];

    /// <summary>The collected people in the order of the rows.</summary>
    public int[] Standing { get; } = [.. order.Where(person => standing.AsSpan()[collected.EntriesOf(person)].Contains(true))];

    /// <summary>The row of a collected person; -1 for one without an entry that stands.</summary>
    public int RowOf(int person) => _rows[person];

    public void Number()
    {
        Array.Fill(_rows, -1);
        for (var row = 0; row < Standing.Length; row++)
        {
            _rows[Standing[row]] = row;
        }
    }

    /// <param name="rowsOfEntries">The row of each collected entry; -1 for those that do not stand.</param>
    public PersonTable Build(int[] rowsOfEntries)
    {
        var records = new PersonRecord[Standing.Length];
        var starts = new int[records.Length + 1];
        var entries = new List<int>(rowsOfEntries.Length);
        for (var row = 0; row < records.Length; row++)
        {
            var person = Standing[row];
            records[row] = collected.People[person];
            foreach (var entry in rowsOfEntries.AsSpan()[collected.EntriesOf(person)])
            {
                if (entry >= 0)
                {
                    entries.Add(entry);
                }
            }

            starts[row + 1] = entries.Count;
        }

        return new(records, starts, [.. entries], new(Names(), Part(records, static record => record.GivenName), Surnames(records)));
    }

    private NameColumn Names()
    {
        var names = new NameColumnBuilder(Standing.Length);
        foreach (var person in Standing)
        {
            names.Add(collected.Names[person]);
        }

        return names.Build();
    }

    private NameColumn Surnames(PersonRecord[] records)
    {
        for (var row = 0; row < records.Length; row++)
        {
            if (records[row].Surname == StringHeap.None)
            {
                records[row] = records[row] with { Surname = LastWord(records[row].Name) };
            }
        }

        return Part(records, static record => record.Surname);
    }

    /// <summary>A person needs a surname (RFC 4519, section 3.12); where Entra holds none it is the last word of the name.</summary>
    private int LastWord(int name)
    {
        var text = collected.Heap.Peek().Text(name);
        var blank = text.LastIndexOf(' ');
        return blank < 0 ? name : collected.Heap.AddShared(text[(blank + 1)..]);
    }

    private NameColumn Part(PersonRecord[] records, Func<PersonRecord, int> part)
    {
        var heap = collected.Heap.Peek();
        var folded = new FoldedNames();
        var known = new Dictionary<int, int>();
        var names = new NameColumnBuilder(records.Length);
        Span<char> text = stackalloc char[PhoneDirectory.Names.NameFolding.LongestText];
        foreach (var record in records)
        {
            var place = part(record);
            if (!known.TryGetValue(place, out var index))
            {
                var octets = heap[place];
                var length = Encoding.UTF8.GetChars(octets[..Math.Min(octets.Length, PhoneDirectory.Names.NameFolding.LongestText)], text);
                index = folded.Add(text[..length]);
                known.Add(place, index);
            }

            names.Add(folded[index]);
        }

        return names.Build();
    }
}
