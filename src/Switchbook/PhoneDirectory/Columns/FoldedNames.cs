using System.Text;
using Switchbook.PhoneDirectory.Names;

namespace Switchbook.PhoneDirectory.Columns;

/// <summary>Collects folded names, each in all ways in which it may be typed, a line each.</summary>
internal sealed class FoldedNames
{
    private readonly List<int> _starts = [0];
    private readonly char[] _plain = new char[NameFolding.LongestFolded];
    private readonly char[] _other = new char[NameFolding.LongestFolded];
    private byte[] _text = new byte[1 << 12];
    private int _length;

    /// <summary>How many names there are.</summary>
    public int Count => _starts.Count - 1;

    /// <summary>The lines of a name, each with its line end; the plain form first.</summary>
    public ReadOnlySpan<byte> this[int index] => _text.AsSpan(_starts[index], _starts[index + 1] - _starts[index]);

    /// <summary>Adds a name.</summary>
    /// <returns>Its index.</returns>
    public int Add(ReadOnlySpan<char> name)
    {
        var plain = _plain.AsSpan(0, NameFolding.Fold(name, _plain));
        AddLine(plain);
        if (!Ascii.IsValid(name))
        {
            AddOther(name, plain, FoldingForm.Expanded);
        }

        if (plain.Contains('e'))
        {
            AddOther(name, plain, FoldingForm.Joined);
        }

        _starts.Add(_length);
        return _starts.Count - 2;
    }

    private void AddOther(ReadOnlySpan<char> name, ReadOnlySpan<char> plain, FoldingForm form)
    {
        var other = _other.AsSpan(0, NameFolding.Fold(name, _other, form));
        if (!other.SequenceEqual(plain))
        {
            AddLine(other);
        }
    }

    private void AddLine(ReadOnlySpan<char> line)
    {
        var most = Encoding.UTF8.GetMaxByteCount(line.Length) + 1;
        if (_text.Length - _length < most)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + most));
        }

        _length += Encoding.UTF8.GetBytes(line, _text.AsSpan(_length));
        _text[_length++] = NameColumn.LineEnd;
    }
}
