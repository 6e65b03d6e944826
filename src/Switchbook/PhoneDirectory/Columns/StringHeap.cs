using System.Text;

namespace Switchbook.PhoneDirectory.Columns;

/// <summary>
/// All texts of a snapshot in UTF-8, each once behind its length; a column holds the place of a text, 0 for none. So a million names
/// cost their letters and not a million objects.
/// </summary>
internal sealed class StringHeap
{
    /// <summary>The place that stands for no text.</summary>
    public const int None = 0;

    private readonly byte[] _octets;
    private readonly byte[] _later;

    public StringHeap(byte[] octets)
        : this(octets, [])
    {
    }

    private StringHeap(byte[] octets, byte[] later) => (_octets, _later) = (octets, later);

    /// <summary>How many octets the texts take.</summary>
    public int Size => _octets.Length + _later.Length;

    /// <summary>How many of them came after it was made, see <see cref="With"/>.</summary>
    public int LaterSize => _later.Length;

    public ReadOnlySpan<byte> this[int place]
    {
        get
        {
            if (place == None)
            {
                return default;
            }

            var octets = Part(ref place);
            int length = octets[place];
            return length < 0x80
                ? octets.AsSpan(place + 1, length)
                : octets.AsSpan(place + 2, ((length & 0x7F) << 8) | octets[place + 1]);
        }
    }

    /// <summary>A text as memory that may be kept.</summary>
    public ReadOnlyMemory<byte> Octets(int place)
    {
        if (place == None)
        {
            return default;
        }

        var length = this[place].Length;
        var octets = Part(ref place);
        return octets.AsMemory(place + (length < 0x80 ? 1 : 2), length);
    }

    public string Text(int place) => Encoding.UTF8.GetString(this[place]);

    /// <summary>These texts, shared and not copied, and those of another heap, whose places are raised by this <see cref="Size"/>.</summary>
    public StringHeap With(StringHeap other) => new(_octets, [.. _later, .. other._octets, .. other._later]);

    private byte[] Part(ref int place)
    {
        if (place < _octets.Length)
        {
            return _octets;
        }

        place -= _octets.Length;
        return _later;
    }
}
