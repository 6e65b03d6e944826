using System.Text;
using Switchbook.Ldap.Schema;
using Switchbook.PhoneDirectory;
using Switchbook.PhoneDirectory.Columns;
using Switchbook.PhoneDirectory.Searching;

namespace Switchbook.Ldap.Rows;

/// <summary>A row an entry of the system directory: a name and one number, as a PBX imports it.</summary>
internal sealed class EntryRows(DirectorySnapshot snapshot, RowFields fields, RowConstants constants)
    : RowTable(snapshot, fields, constants)
{
    public override int Count => Snapshot.Entries.Count;

    public override NameColumn? NamesOf(RowField field) => field == RowField.Name ? Snapshot.Entries.Names : null;

    public override int TextOf(RowField field, int row)
    {
        ref readonly var entry = ref Snapshot.Entries[row];
        return field switch
        {
            RowField.Name => entry.Name,
            RowField.GivenName => Snapshot.People[entry.Person].GivenName,
            RowField.Surname => Snapshot.People[entry.Person].Surname,
            _ => StringHeap.None,
        };
    }

    public override NumberKinds KindsOf(AttributeType type) =>
        FieldOf(type) == RowField.Telephone ? NumberKinds.All : NumberKinds.None;

    public override void AddRowsOfEntry(int entry, RowSet rows) => rows.Add(entry);

    public override int Numbers(RowField field, int row, List<int> values)
    {
        values.Add(Snapshot.Entries[row].Number);
        return values.Count;
    }

    public override ReadOnlyMemory<byte> Uid(int row) => Encoding.UTF8.GetBytes(Snapshot.IdOf(row));

    public override void AddRowsOfUid(string uid, RowSet rows)
    {
        if (Snapshot.TryFind(uid, out var entry) || Snapshot.TryFind(uid.ToLowerInvariant(), out entry))
        {
            rows.Add(entry);
        }
    }
}
