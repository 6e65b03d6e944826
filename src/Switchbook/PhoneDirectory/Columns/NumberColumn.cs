using Switchbook.Numbers;

namespace Switchbook.PhoneDirectory.Columns;

/// <summary>
/// The numbers of all entries in three orders: from the first digit, from the last, and by extension. Digits are the sorted words
/// themselves, so a look-up touches no text.
/// </summary>
internal sealed class NumberColumn
{
    private readonly SortedDigits _forward;
    private readonly SortedDigits _backward;
    private readonly SortedDigits _extensions;

    private NumberColumn(SortedDigits forward, SortedDigits backward, SortedDigits extensions) =>
        (_forward, _backward, _extensions) = (forward, backward, extensions);

    /// <summary>The number of octets that the column takes.</summary>
    public long Size => _forward.Size + _backward.Size + _extensions.Size;

    /// <summary>Orders the numbers of entries 0, 1, 2 and so on.</summary>
    public static NumberColumn Build(ReadOnlySpan<NumberReading> readings)
    {
        var forward = new SortedDigitsBuilder(readings.Length);
        var backward = new SortedDigitsBuilder(readings.Length);
        var extensions = new SortedDigitsBuilder(0);
        for (var entry = 0; entry < readings.Length; entry++)
        {
            var reading = readings[entry];
            if (!reading.Number.IsEmpty)
            {
                forward.Add(reading.Number, entry);
                backward.Add(reading.Number.Reversed, entry);
            }

            if (!reading.Extension.IsEmpty)
            {
                extensions.Add(reading.Extension, entry);
            }
        }

        return new(forward.Build(), backward.Build(), extensions.Build());
    }

    /// <summary>Two columns in one, when their entries become the entries of one table.</summary>
    public static NumberColumn Merge(NumberColumn first, NumberColumn second, RowMerge entries) => new(
        SortedDigits.Merge(first._forward, second._forward, entries),
        SortedDigits.Merge(first._backward, second._backward, entries),
        SortedDigits.Merge(first._extensions, second._extensions, entries));

    /// <summary>Entries whose number is this one, with any extension or none.</summary>
    public ReadOnlySpan<int> Equal(DigitString number) => _forward.Equal(number);

    /// <summary>Entries whose number begins so.</summary>
    public ReadOnlySpan<int> Beginning(DigitString prefix) => _forward.Beginning(prefix);

    /// <summary>Entries whose number ends so.</summary>
    public ReadOnlySpan<int> Ending(DigitString suffix) => _backward.Beginning(suffix.Reversed);

    /// <summary>Entries with this extension.</summary>
    public ReadOnlySpan<int> WithExtension(DigitString extension) => _extensions.Equal(extension);

    /// <summary>Entries whose extension begins so.</summary>
    public ReadOnlySpan<int> WithExtensionBeginning(DigitString prefix) => _extensions.Beginning(prefix);

    /// <summary>Adds each entry whose number holds the digits anywhere; looks at all of them.</summary>
    public void Containing(DigitString part, RowSet found) => _forward.Containing(part, found);
}
