using Switchbook.PhoneDirectory.Columns;

namespace Switchbook.PhoneDirectory;

/// <summary>The people of a snapshot by name: those with an entry that stands, each once.</summary>
internal sealed class PersonTable(PersonRecord[] records, int[] entryStarts, int[] entries, PersonNames names)
{
    public int Count => records.Length;

    /// <summary>The folded names, in the order of the rows.</summary>
    public NameColumn Names => names.Full;

    public NameColumn GivenNames => names.Given;

    public NameColumn Surnames => names.Sur;

    public ref readonly PersonRecord this[int row] => ref records[row];

    /// <summary>The entries of a person that stand, in mapped order.</summary>
    public ReadOnlySpan<int> EntriesOf(int row) => entries.AsSpan(entryStarts[row], entryStarts[row + 1] - entryStarts[row]);

    /// <summary>The number of octets that the table takes.</summary>
    public long Size => (36L * records.Length) + (4L * (entryStarts.Length + entries.Length)) + Names.Size + GivenNames.Size + Surnames.Size;
}
