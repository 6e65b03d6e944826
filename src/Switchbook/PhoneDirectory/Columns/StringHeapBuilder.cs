using System.Runtime.InteropServices;
using System.Text;

namespace Switchbook.PhoneDirectory.Columns;

/// <summary>Collects the texts of a snapshot.</summary>
internal sealed class StringHeapBuilder
{
    /// <summary>What is longer is cut: nothing that a phone shows comes near.</summary>
    public const int LongestText = 0x7FFF;

    private readonly Dictionary<string, int> _shared = new(StringComparer.Ordinal);
    private byte[] _octets = new byte[1 << 12];
    private int _length = 1;

    /// <summary>Adds a text that hardly comes twice.</summary>
    public int Add(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return StringHeap.None;
        }

        var length = Encoding.UTF8.GetByteCount(text);
        while (length > LongestText)
        {
            text = text[..(text.Length / 2)];
            length = Encoding.UTF8.GetByteCount(text);
        }

        Reserve(length + 2);
        var place = _length;
        if (length >= 0x80)
        {
            _octets[_length++] = (byte)(0x80 | (length >> 8));
        }

        _octets[_length++] = (byte)length;
        _length += Encoding.UTF8.GetBytes(text, _octets.AsSpan(_length));
        return place;
    }

    /// <summary>Adds a text that many have, such as a department, once.</summary>
    public int AddShared(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return StringHeap.None;
        }

        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_shared, text, out var isKnown);
        if (!isKnown)
        {
            place = Add(text);
        }

        return place;
    }

    /// <summary>The texts so far, for looking at while more are collected.</summary>
    public StringHeap Peek() => new(_octets);

    public StringHeap Build() => new(_octets.AsSpan(0, _length).ToArray());

    private void Reserve(int count)
    {
        if (_octets.Length - _length < count)
        {
            var larger = Math.Min((long)_octets.Length * 2, Array.MaxLength);
            Array.Resize(ref _octets, (int)larger);
        }
    }
}
