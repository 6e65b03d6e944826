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

    public SortedDigits Build() => new(SortedKeys.Sort([.. _words], [.. _entries]));
}
