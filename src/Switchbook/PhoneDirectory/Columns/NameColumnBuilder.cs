namespace Switchbook.PhoneDirectory.Columns;

/// <summary>Puts folded names into the order of a column's rows and sorts their words.</summary>
internal sealed class NameColumnBuilder
{
    private readonly int[] _starts;
    private byte[] _text;
    private long[] _words;
    private int _length = 1;
    private int _wordCount;
    private int _rows;

    public NameColumnBuilder(int rows)
    {
        _starts = new int[rows + 1];
        _starts[0] = _length;
        _text = new byte[Math.Max(64, rows * 24)];
        _text[0] = NameColumn.LineEnd;
        _words = new long[Math.Max(16, rows * 5 / 2)];
    }

    /// <summary>Adds the next row's lines, see <see cref="FoldedNames"/>.</summary>
    public void Add(ReadOnlySpan<byte> lines)
    {
        if (_text.Length - _length < lines.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + lines.Length));
        }

        lines.CopyTo(_text.AsSpan(_length));
        AddWords(_length, lines.Length);
        _length += lines.Length;
        _starts[++_rows] = _length;
    }

    public NameColumn Build()
    {
        var text = _text.AsSpan(0, _length).ToArray();
        var words = _words.AsSpan(0, _wordCount);
        TextOrder.Sort(words, text);
        var places = new int[words.Length];
        var rowsOfWords = new int[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            (places[i], rowsOfWords[i]) = ((int)(words[i] >> 32), (int)words[i]);
        }

        return new(text, _starts, places, rowsOfWords);
    }

    private void AddWords(int place, int length)
    {
        var isStart = true;
        for (var i = place; i < place + length; i++)
        {
            var isBreak = _text[i] is (byte)' ' or NameColumn.LineEnd;
            if (isStart && !isBreak)
            {
                AddWord(i);
            }

            isStart = isBreak;
        }
    }

    private void AddWord(int place)
    {
        if (_wordCount == _words.Length)
        {
            Array.Resize(ref _words, _words.Length * 2);
        }

        _words[_wordCount++] = ((long)place << 32) | (uint)_rows;
    }
}
