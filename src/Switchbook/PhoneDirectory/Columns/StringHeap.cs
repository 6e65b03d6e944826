using System.Text;

namespace Switchbook.PhoneDirectory.Columns;

/// <summary>
/// All texts of a snapshot in UTF-8, each once behind its length; a column holds the place of a text, 0 for none. So a million names
/// cost their letters and not a million objects.
/// </summary>
internal sealed class StringHeap(byte[] octets)
{
    /// <summary>The place that stands for no text.</summary>
    public const int None = 0;

    /// <summary>How many octets the texts take.</summary>
    public int Size => octets.Length;

    public ReadOnlySpan<byte> this[int place]
    {
        get
        {
            if (place == None)
            {
                return default;
            }

            int length = octets[place];
            return length < 0x80
                ? octets.AsSpan(place + 1, length)
                : octets.AsSpan(place + 2, ((length & 0x7F) << 8) | octets[place + 1]);
        }
    }

    /// <summary>A text as memory that may be kept.</summary>
    public ReadOnlyMemory<byte> Octets(int place)
    {
        var length = this[place].Length;
        return place == None ? default : octets.AsMemory(place + (length < 0x80 ? 1 : 2), length);
    }

    public string Text(int place) => Encoding.UTF8.GetString(this[place]);
}
