using Switchbook.Numbers;

namespace Switchbook.PhoneDirectory.Columns;

/// <summary>Digits in order, and the entry that each belongs to.</summary>
internal sealed class SortedDigits(ulong[] words, int[] entries)
{
    /// <summary>The number of octets that it takes.</summary>
    public long Size => 12L * words.Length;

    public ReadOnlySpan<int> Equal(DigitString digits) => Between(digits, digits);

    public ReadOnlySpan<int> Beginning(DigitString prefix) => Between(prefix, prefix.LastWithPrefix);

    public void Containing(DigitString part, RowSet found)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (new DigitString(words[i]).Contains(part))
            {
                found.Add(entries[i]);
            }
        }
    }

    private ReadOnlySpan<int> Between(DigitString first, DigitString last)
    {
        var from = Place(first.Word);
        var to = last.Word == ulong.MaxValue ? words.Length : Place(last.Word + 1);
        return entries.AsSpan(from, to - from);
    }

    private int Place(ulong word)
    {
        var (low, high) = (0, words.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (words[middle] < word)
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
