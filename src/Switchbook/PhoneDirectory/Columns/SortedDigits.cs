using Switchbook.Numbers;

namespace Switchbook.PhoneDirectory.Columns;

/// <summary>Digits in order, and the entry that each belongs to.</summary>
internal sealed class SortedDigits(SortedKeys digits)
{
    /// <summary>The number of octets that it takes.</summary>
    public long Size => digits.Size;

    /// <summary>Two in one, when their entries become the entries of one table.</summary>
    public static SortedDigits Merge(SortedDigits first, SortedDigits second, RowMerge entries) =>
        new(SortedKeys.Merge(first.Keys, second.Keys, entries));

    public ReadOnlySpan<int> Equal(DigitString number) => digits.Between(number.Word, number.Word);

    public ReadOnlySpan<int> Beginning(DigitString prefix) => digits.Between(prefix.Word, prefix.LastWithPrefix.Word);

    public void Containing(DigitString part, RowSet found)
    {
        var words = digits.Keys;
        for (var i = 0; i < words.Length; i++)
        {
            if (new DigitString(words[i]).Contains(part))
            {
                found.Add(digits.Rows[i]);
            }
        }
    }

    private SortedKeys Keys => digits;
}
