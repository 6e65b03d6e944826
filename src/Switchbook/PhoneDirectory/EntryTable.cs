using Switchbook.PhoneDirectory.Columns;

namespace Switchbook.PhoneDirectory;

/// <summary>The entries of a snapshot by name, then number.</summary>
internal sealed class EntryTable(EntryRecord[] records, string[] kinds, NameColumn names, NumberColumn numbers)
{
    /// <summary>The one kind that is a mobile number.</summary>
    public const string MobileKind = "mobilePhone";

    private readonly int _mobile = Array.IndexOf(kinds, MobileKind);

    public int Count => records.Length;

    /// <summary>The mapped properties that entries came from.</summary>
    public IReadOnlyList<string> Kinds => kinds;

    public NameColumn Names => names;

    public NumberColumn Numbers => numbers;

    public ref readonly EntryRecord this[int row] => ref records[row];

    public bool IsMobile(int row) => records[row].Kind == _mobile;

    /// <summary>The number of octets that the table takes.</summary>
    public long Size => (16L * records.Length) + names.Size + numbers.Size;
}
