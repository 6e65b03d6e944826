using System.Text;
using Switchbook.PhoneDirectory.Columns;
using Switchbook.PhoneDirectory.Names;

namespace Switchbook.PhoneDirectory.Searching;

/// <summary>Words that are searched for in names, in any order.</summary>
internal sealed class NameQuery
{
    private readonly NameWord[] _words;

    private NameQuery(NameWord[] words) => _words = words;

    /// <summary>Whether there is nothing to search for: such a query matches nothing.</summary>
    public bool IsEmpty => _words.Length == 0;

    /// <summary>The octets of the longest word.</summary>
    public int Length => IsEmpty ? 0 : _words.Max(word => word.Plain.Length);

    public static NameQuery Parse(ReadOnlySpan<char> text)
    {
        Span<char> folded = stackalloc char[NameFolding.LongestFolded];
        var plain = Words(folded[..NameFolding.Fold(text, folded)]);
        var expanded = Ascii.IsValid(text) ? plain : Words(folded[..NameFolding.Fold(text, folded, FoldingForm.Expanded)]);
        var joined = Words(folded[..NameFolding.Fold(text, folded, FoldingForm.Joined)]);
        var words = new NameWord[plain.Length];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = new(plain[i], Other(plain[i], expanded, i), Other(plain[i], joined, i));
        }

        return new(words);
    }

    /// <summary>Adds the rows in which each word is the beginning of a word.</summary>
    public void AddBeginnings(NameColumn column, RowSet found)
    {
        if (IsEmpty)
        {
            return;
        }

        var rarest = Rarest(column);
        AddBeginnings(column, rarest.Plain, found);
        if (rarest.Expanded is { } expanded)
        {
            AddBeginnings(column, expanded, found);
        }

        if (rarest.Joined is { } joined)
        {
            AddBeginnings(column, [.. joined, (byte)' '], found);
            AddBeginnings(column, [.. joined, NameColumn.LineEnd], found);
        }
    }

    /// <summary>Adds the rows from <paramref name="from"/> to <paramref name="to"/> in which each word stands anywhere.</summary>
    public void AddAnywhere(NameColumn column, int from, int to, RowSet found)
    {
        if (IsEmpty)
        {
            return;
        }

        if (_words is [{ Expanded: null }])
        {
            column.Scan(_words[0].Plain, from, to, found);
            return;
        }

        var longest = _words.MaxBy(word => word.Plain.Length)!;
        using var candidates = new RowSet(column.Rows);
        column.Scan(longest.Plain, from, to, candidates);
        if (longest.Expanded is not null)
        {
            column.Scan(longest.Expanded, from, to, candidates);
        }

        for (var row = candidates.Next(0); row >= 0; row = candidates.Next(row + 1))
        {
            if (StandsAnywhereIn(column.Lines(row)))
            {
                found.Add(row);
            }
        }
    }

    /// <summary>Whether each word is the beginning of a word of a name.</summary>
    public bool Begins(ReadOnlySpan<byte> lines)
    {
        foreach (var word in _words)
        {
            if (!IsBeginning(lines, word.Plain) && !IsBeginning(lines, word.Expanded) && !IsBeginning(lines, word.Joined, true))
            {
                return false;
            }
        }

        return !IsEmpty;
    }

    /// <summary>Whether a name has these words and no other, in any order.</summary>
    public bool IsWhole(ReadOnlySpan<byte> lines) =>
        IsWhole(lines, static word => word.Plain)
        || IsWhole(lines, static word => word.Expanded ?? word.Plain)
        || IsWhole(lines, static word => word.Joined ?? word.Plain);

    /// <summary>Whether each word stands anywhere in a name, and the last one at the end of a word.</summary>
    public bool Ends(ReadOnlySpan<byte> lines) =>
        !IsEmpty && StandsAnywhereIn(lines) && (IsEnd(lines, _words[^1].Plain) || IsEnd(lines, _words[^1].Expanded));

    /// <summary>Whether each word stands anywhere in a name.</summary>
    public bool StandsAnywhereIn(ReadOnlySpan<byte> lines)
    {
        foreach (var word in _words)
        {
            if (lines.IndexOf(word.Plain) < 0 && (word.Expanded is null || lines.IndexOf(word.Expanded) < 0))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsBeginning(ReadOnlySpan<byte> lines, byte[]? word, bool whole = false)
    {
        if (word is null)
        {
            return false;
        }

        for (var from = 1; from < lines.Length;)
        {
            var at = lines[from..].IndexOf(word);
            if (at < 0)
            {
                return false;
            }

            var start = from + at;
            if (IsBreak(lines[start - 1]) && (!whole || IsBreak(lines[start + word.Length])))
            {
                return true;
            }

            from += at + 1;
        }

        return false;
    }

    private static bool IsEnd(ReadOnlySpan<byte> lines, byte[]? word)
    {
        for (var from = 0; word is not null && from < lines.Length;)
        {
            var at = lines[from..].IndexOf(word);
            if (at < 0)
            {
                return false;
            }

            if (IsBreak(lines[from + at + word.Length]))
            {
                return true;
            }

            from += at + 1;
        }

        return false;
    }

    private bool IsWhole(ReadOnlySpan<byte> lines, Func<NameWord, byte[]> form)
    {
        var length = _words.Length - 1;
        foreach (var word in _words)
        {
            if (!IsBeginning(lines, form(word), true))
            {
                return false;
            }

            length += form(word).Length;
        }

        foreach (var line in lines.Split(NameColumn.LineEnd))
        {
            if (lines[line].Length == length)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBreak(byte octet) => octet is (byte)' ' or NameColumn.LineEnd;

    private static byte[][] Words(ReadOnlySpan<char> folded)
    {
        var words = new List<byte[]>();
        foreach (var range in folded.Split(' '))
        {
            if (!folded[range].IsEmpty)
            {
                words.Add(Encoding.UTF8.GetBytes(folded[range].ToString()));
            }
        }

        return [.. words];
    }

    private static byte[]? Other(byte[] plain, byte[][] others, int index) =>
        index < others.Length && !others[index].AsSpan().SequenceEqual(plain) ? others[index] : null;

    private NameWord Rarest(NameColumn column)
    {
        var rarest = _words[0];
        var least = int.MaxValue;
        foreach (var word in _words)
        {
            var range = column.WordsWith(word.Plain);
            var count = range.End.Value - range.Start.Value;
            (rarest, least) = count < least ? (word, count) : (rarest, least);
        }

        return rarest;
    }

    private void AddBeginnings(NameColumn column, ReadOnlySpan<byte> form, RowSet found)
    {
        var range = column.WordsWith(form);
        for (var i = range.Start.Value; i < range.End.Value; i++)
        {
            var row = column.RowOfWord(i);
            if (_words.Length == 1 || Begins(column.Lines(row)))
            {
                found.Add(row);
            }
        }
    }
}
