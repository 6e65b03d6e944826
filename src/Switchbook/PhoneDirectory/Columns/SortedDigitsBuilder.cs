using Switchbook.Numbers;

namespace Switchbook.PhoneDirectory.Columns;

/// <summary>Collects digits with their entries, then sorts them; equal ones keep the order of the entries.</summary>
internal sealed class SortedDigitsBuilder(int capacity)
{
    private readonly List<ulong> _words = new(capacity);
    private readonly List<int> _entries = new(capacity);

    public void Add(DigitString digits, int entry)
    {
        _words.Add(digits.Word);
        _entries.Add(entry);
    }

    public SortedDigits Build()
    {
        var (words, entries) = (_words.ToArray(), _entries.ToArray());
        TextOrder.Sort<int>(words, entries, static (left, right) => left.CompareTo(right));
        return new(words, entries);
    }
}
