using System.Text;
using Switchbook.Numbers;
using Switchbook.PhoneDirectory.Building;
using Switchbook.PhoneDirectory.Columns;

namespace Switchbook.PhoneDirectory.Searching;

/// <summary>Finds the entries of a number, however it is written.</summary>
internal sealed class NumberFinder(SnapshotContent content)
{
    /// <summary>Fewer last digits than these say nothing about a number.</summary>
    public const int ShortestEnding = 5;

    /// <summary>A stored number without a country code is taken for the end of a longer one from this length on.</summary>
    private const int ShortestLocal = 6;

    private const int LongestExtension = 9;

    /// <summary>The entries that match best, in the order in which a caller should be shown them; none for a text with letters.</summary>
    public IReadOnlyList<int> Find(ReadOnlySpan<char> number, NumberRegion? region, NumberKinds kinds = NumberKinds.All)
    {
        var first = region ?? content.Regions[0];
        var reading = NumberReader.ReadQuery(number, first);
        if (reading.HasLetters || !reading.IsUsable)
        {
            return [];
        }

        var hits = new NumberHits(content, kinds);
        AddExact(reading, ref hits);
        if (hits.IsEmpty && region is null)
        {
            foreach (var other in content.Regions)
            {
                if (other != first && hits.IsEmpty)
                {
                    AddExact(NumberReader.ReadQuery(number, other), ref hits);
                }
            }
        }

        if (hits.IsEmpty)
        {
            AddExtensions(reading, ref hits);
        }

        if (hits.IsEmpty)
        {
            AddEndings(reading, ref hits);
        }

        return hits.InOrder();
    }

    /// <summary>Adds the entries whose number or extension begins so, as one types it.</summary>
    public void AddBeginning(ReadOnlySpan<char> number, RowSet found)
    {
        var region = content.Regions[0];
        var reading = NumberReader.ReadQuery(number, region);
        if (reading.HasLetters || !reading.IsUsable)
        {
            return;
        }

        var digits = reading.Written.IsEmpty ? reading.Extension : reading.Written;
        var national = digits.TrimLeadingZeros();
        var isInternational = number.TrimStart() is ['+', ..] || digits.Skip(1).Length > national.Length;
        var numbers = content.Entries.Numbers;
        AddAll(numbers.Beginning(isInternational ? national : digits), found);
        AddAll(numbers.WithExtensionBeginning(digits), found);
        if (!national.IsEmpty && !isInternational)
        {
            AddAll(numbers.Beginning(national), found);
            AddAll(numbers.Beginning(region.CallingCode.Append(national)), found);
        }
    }

    /// <summary>Adds the entries whose number ends so; a trunk prefix in front does not count.</summary>
    public void AddEnding(ReadOnlySpan<char> number, RowSet found)
    {
        var reading = NumberReader.ReadQuery(number, content.Regions[0]);
        var digits = reading.Written.IsEmpty ? reading.Extension : reading.Written;
        if (reading.HasLetters || digits.IsEmpty)
        {
            return;
        }

        AddAll(content.Entries.Numbers.Ending(digits), found);
        AddAll(content.Entries.Numbers.WithExtension(digits), found);
        if (digits.Length > ShortestEnding && digits[0] == 0)
        {
            AddAll(content.Entries.Numbers.Ending(digits.TrimLeadingZeros()), found);
        }
    }

    /// <summary>Adds the entries whose number holds the digits anywhere; looks at every number.</summary>
    public void AddContaining(ReadOnlySpan<char> number, RowSet found)
    {
        var reading = NumberReader.ReadQuery(number, content.Regions[0]);
        var digits = (reading.Written.IsEmpty ? reading.Extension : reading.Written).TrimLeadingZeros();
        if (!reading.HasLetters && !digits.IsEmpty)
        {
            content.Entries.Numbers.Containing(digits, found);
        }
    }

    /// <summary>What an entry's number says.</summary>
    public NumberReading ReadingOf(int entry)
    {
        var record = content.Entries[entry];
        Span<char> text = stackalloc char[256];
        var octets = content.Heap[record.Number];
        var length = Encoding.UTF8.GetChars(octets[..Math.Min(octets.Length, text.Length)], text);
        return NumberReader.Read(text[..length], content.RegionsOfSources[content.People[record.Person].Source]);
    }

    private static void AddAll(ReadOnlySpan<int> entries, RowSet found)
    {
        foreach (var entry in entries)
        {
            found.Add(entry);
        }
    }

    private void AddExact(in NumberReading reading, ref NumberHits hits)
    {
        if (!reading.Number.IsEmpty)
        {
            var equal = content.Entries.Numbers.Equal(reading.Number);
            foreach (var entry in equal)
            {
                var isExact = equal.Length == 1 || reading.Extension == ReadingOf(entry).Extension;
                hits.Add(entry, isExact ? MatchRank.Exact : MatchRank.Number);
            }

            if (hits.IsEmpty)
            {
                AddNumberWithExtension(reading.Number, ref hits);
            }

            return;
        }

        foreach (var entry in content.Entries.Numbers.Equal(reading.Extension))
        {
            hits.Add(entry, MatchRank.Exact);
        }
    }

    /// <summary>Some systems send the extension right behind the number: <c>441632768402402</c>.</summary>
    private void AddNumberWithExtension(DigitString digits, ref NumberHits hits)
    {
        for (var length = 2; length <= 6 && digits.Length - length >= 9; length++)
        {
            foreach (var entry in content.Entries.Numbers.Equal(digits.Take(digits.Length - length)))
            {
                if (ReadingOf(entry).Extension == digits.TakeLast(length))
                {
                    hits.Add(entry, MatchRank.Exact);
                }
            }
        }
    }

    private void AddExtensions(in NumberReading reading, ref NumberHits hits)
    {
        var extension = reading.Number.IsEmpty ? reading.Extension : reading.Written;
        if (extension.Length > LongestExtension || (reading.IsInternational && !reading.Extension.IsEmpty))
        {
            return;
        }

        foreach (var entry in content.Entries.Numbers.WithExtension(extension))
        {
            hits.Add(entry, MatchRank.Extension);
        }
    }

    private void AddEndings(in NumberReading reading, ref NumberHits hits)
    {
        var digits = reading.Written.TrimLeadingZeros();
        if (digits.Length >= ShortestEnding)
        {
            foreach (var entry in content.Entries.Numbers.Ending(digits))
            {
                hits.Add(entry, MatchRank.Ending);
            }
        }

        for (var length = reading.Number.Length - 1; length >= ShortestLocal && hits.IsEmpty; length--)
        {
            foreach (var entry in content.Entries.Numbers.Equal(reading.Number.TakeLast(length)))
            {
                if (!ReadingOf(entry).IsInternational)
                {
                    hits.Add(entry, MatchRank.Ending);
                }
            }
        }
    }
}
