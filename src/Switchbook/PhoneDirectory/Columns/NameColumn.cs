namespace Switchbook.PhoneDirectory.Columns;

/// <summary>
/// The folded names of all rows: one text that substrings are searched in, and the beginnings of all words in order, so that the
/// names with a word that begins with something are one range. Each row holds its name in one or more ways, a line each.
/// </summary>
internal sealed class NameColumn
{
    /// <summary>Ends a line; smaller than all that names are made of, so that a short word comes before longer ones.</summary>
    public const byte LineEnd = (byte)'\n';

    /// <summary>As much of a name as the order of words looks at; names with more in common stand in any order.</summary>
    public const int OrderedLength = 64;

    private readonly byte[] _text;
    private readonly int[] _starts;
    private readonly int[] _words;
    private readonly int[] _rowsOfWords;

    /// <param name="text">Line after line, with a line end before the first.</param>
    /// <param name="starts">Where each row's lines begin, and the end of the last.</param>
    /// <param name="words">Where words begin, in the order of what stands there.</param>
    /// <param name="rowsOfWords">The row of each word.</param>
    internal NameColumn(byte[] text, int[] starts, int[] words, int[] rowsOfWords) =>
        (_text, _starts, _words, _rowsOfWords) = (text, starts, words, rowsOfWords);

    public int Rows => _starts.Length - 1;

    /// <summary>A row's lines with the line end before the first and behind the last.</summary>
    public ReadOnlySpan<byte> Lines(int row) => _text.AsSpan(_starts[row] - 1, _starts[row + 1] - _starts[row] + 1);

    /// <summary>A row's name in its plain form.</summary>
    public ReadOnlySpan<byte> Plain(int row)
    {
        var lines = _text.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);
        var end = lines.IndexOf(LineEnd);
        return end < 0 ? lines : lines[..end];
    }

    /// <summary>Two columns in one, when their rows become the rows of one table.</summary>
    public static NameColumn Merge(NameColumn first, NameColumn second, RowMerge rows)
    {
        if (rows.IsSame((row, other) => first.Lines(row).SequenceEqual(second.Lines(other))))
        {
            return first;
        }

        var starts = new int[rows.Count + 1];
        rows.Join(first.LengthOf, second.LengthOf).CopyTo(starts.AsSpan(1));
        starts[0] = 1;
        for (var row = 1; row < starts.Length; row++)
        {
            starts[row] += starts[row - 1];
        }

        var text = new byte[starts[^1]];
        text[0] = LineEnd;
        for (var row = 0; row < first.Rows; row++)
        {
            if (!rows.Goes(row))
            {
                first.Lines(row)[1..].CopyTo(text.AsSpan(starts[rows.OfFirst(row)]));
            }
        }

        for (var row = 0; row < second.Rows; row++)
        {
            second.Lines(row)[1..].CopyTo(text.AsSpan(starts[rows.OfSecond(row)]));
        }

        var words = MergeWords(first, second, rows);
        return new(
            text,
            starts,
            words.Join(
                word => first._words[word] - first._starts[first._rowsOfWords[word]] + starts[rows.OfFirst(first._rowsOfWords[word])],
                word => second._words[word] - second._starts[second._rowsOfWords[word]] + starts[rows.OfSecond(second._rowsOfWords[word])]),
            words.Join(word => rows.OfFirst(first._rowsOfWords[word]), word => rows.OfSecond(second._rowsOfWords[word])));
    }

    public int RowOfWord(int word) => _rowsOfWords[word];

    /// <summary>Whether a word is the first of its line.</summary>
    public bool IsFirstWord(int word) => _text[_words[word] - 1] == LineEnd;

    /// <summary>The words from which on a row's text begins with <paramref name="prefix"/>, as a range.</summary>
    public Range WordsWith(ReadOnlySpan<byte> prefix)
    {
        prefix = prefix[..Math.Min(prefix.Length, OrderedLength)];
        var first = FirstWord(prefix, false);
        return first..FirstWord(prefix, true);
    }

    /// <summary>Adds the rows between two that hold <paramref name="part"/> anywhere; it must hold no line end.</summary>
    public void Scan(ReadOnlySpan<byte> part, int from, int to, RowSet found)
    {
        var (place, end) = (_starts[from], _starts[to]);
        var row = from;
        while (place < end)
        {
            var at = _text.AsSpan(place, end - place).IndexOf(part);
            if (at < 0)
            {
                return;
            }

            row = RowAt(place + at, row, to);
            found.Add(row);
            place = _starts[row + 1];
        }
    }

    /// <summary>The number of octets that the column takes.</summary>
    public long Size => _text.Length + (4L * (_starts.Length + _words.Length + _rowsOfWords.Length));

    /// <summary>Rows are found near the last one: steps grow from there.</summary>
    private int RowAt(int place, int row, int to)
    {
        var step = 1;
        var low = row;
        while (row + step < to && _starts[row + step] <= place)
        {
            low = row + step;
            step *= 2;
        }

        var high = Math.Min(row + step, to);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = _starts[middle] <= place ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static RowMerge MergeWords(NameColumn first, NameColumn second, RowMerge rows)
    {
        var places = new int[second._words.Length];
        for (var word = 0; word < places.Length; word++)
        {
            var text = second.Word(word).ToArray();
            places[word] = RowMerge.Place(first._words.Length, other => first.Word(other).SequenceCompareTo(text) < 0);
        }

        return RowMerge.Of(first._words.Length, word => rows.Goes(first._rowsOfWords[word]), places);
    }

    /// <summary>From a word on to the end of its line, as far as the order looks: what comes behind is another line's.</summary>
    private ReadOnlySpan<byte> Word(int word)
    {
        var text = _text.AsSpan(_words[word], Math.Min(OrderedLength, _text.Length - _words[word]));
        var end = text.IndexOf(LineEnd);
        return end < 0 ? text : text[..(end + 1)];
    }

    private int LengthOf(int row) => _starts[row + 1] - _starts[row];

    private int FirstWord(ReadOnlySpan<byte> prefix, bool after)
    {
        var (low, high) = (0, _words.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var text = _text.AsSpan(_words[middle]);
            var comparison = text[..Math.Min(text.Length, prefix.Length)].SequenceCompareTo(prefix);
            if (comparison < 0 || (after && comparison == 0))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
