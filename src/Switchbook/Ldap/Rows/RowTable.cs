using Switchbook.Ldap.Schema;
using Switchbook.PhoneDirectory;
using Switchbook.PhoneDirectory.Columns;
using Switchbook.PhoneDirectory.Searching;

namespace Switchbook.Ldap.Rows;

/// <summary>The people or the entries of a snapshot as LDAP sees them: rows with fields.</summary>
internal abstract class RowTable(DirectorySnapshot snapshot, RowFields fields, RowConstants constants)
{
    public DirectorySnapshot Snapshot { get; } = snapshot;

    public RowConstants Constants { get; } = constants;

    public abstract int Count { get; }

    public RowField FieldOf(AttributeType type) => fields[type];

    /// <summary>The folded names that a field holds; null for another field.</summary>
    public abstract NameColumn? NamesOf(RowField field);

    /// <summary>The place of a field's only text; none for a field of numbers or of something else.</summary>
    public abstract int TextOf(RowField field, int row);

    /// <summary>The numbers that an attribute type looks at.</summary>
    public abstract NumberKinds KindsOf(AttributeType type);

    /// <summary>Adds the rows that show an entry of the snapshot.</summary>
    public abstract void AddRowsOfEntry(int entry, RowSet rows);

    /// <summary>Writes the values of a field of numbers.</summary>
    /// <returns>How many there are; with no <paramref name="values"/> they are only counted.</returns>
    public abstract int Numbers(RowField field, int row, List<int> values);

    /// <summary>The unescaped value of the row's RDN, which is its <c>uid</c>.</summary>
    public abstract ReadOnlyMemory<byte> Uid(int row);

    /// <summary>Finds rows by their <c>uid</c>; case does not matter.</summary>
    public abstract void AddRowsOfUid(string uid, RowSet rows);
}
