using System.Buffers.Binary;

namespace Switchbook.PhoneDirectory.Columns;

/// <summary>Sorts by texts fast: by their first eight octets as a number, and only what is equal there by the rest.</summary>
internal static class TextOrder
{
    /// <summary>Sorts items whose upper half is a place in a text by what stands there.</summary>
    public static void Sort(Span<long> items, byte[] text)
    {
        var heads = new ulong[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            heads[i] = Head(text.AsSpan((int)(items[i] >> 32)));
        }

        Sort<long>(heads, items, (left, right) =>
        {
            var order = Part(text, (int)(left >> 32)).SequenceCompareTo(Part(text, (int)(right >> 32)));
            return order != 0 ? order : left.CompareTo(right);
        });
    }

    /// <summary>Sorts items by heads, and those of one head by a comparison.</summary>
    public static void Sort<T>(Span<ulong> heads, Span<T> items, Comparison<T> comparison)
    {
        heads.Sort(items);
        for (int from = 0, to; from < items.Length; from = to)
        {
            for (to = from + 1; to < items.Length && heads[to] == heads[from];)
            {
                to++;
            }

            if (to - from > 1)
            {
                items[from..to].Sort(comparison);
            }
        }
    }

    /// <summary>The first eight octets as a number that orders like the text.</summary>
    public static ulong Head(ReadOnlySpan<byte> text) =>
        text.Length >= sizeof(ulong) ? BinaryPrimitives.ReadUInt64BigEndian(text) : ShortHead(text);

    private static ulong ShortHead(ReadOnlySpan<byte> text)
    {
        Span<byte> padded = stackalloc byte[sizeof(ulong)];
        padded.Clear();
        text.CopyTo(padded);
        return BinaryPrimitives.ReadUInt64BigEndian(padded);
    }

    private static ReadOnlySpan<byte> Part(byte[] text, int place) =>
        text.AsSpan(place, Math.Min(NameColumn.OrderedLength, text.Length - place));
}
