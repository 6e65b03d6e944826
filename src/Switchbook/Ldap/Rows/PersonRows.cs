using System.Text;
using Switchbook.Ldap.Schema;
using Switchbook.PhoneDirectory;
using Switchbook.PhoneDirectory.Columns;
using Switchbook.PhoneDirectory.Searching;

namespace Switchbook.Ldap.Rows;

/// <summary>A row a person.</summary>
internal sealed class PersonRows(DirectorySnapshot snapshot, RowFields fields, RowConstants constants, LdapSchema schema)
    : RowTable(snapshot, fields, constants)
{
    private readonly PersonIdIndex _ids = new(snapshot);
    private readonly AttributeType _ipPhone = schema.Required("ipPhone");

    public override int Count => Snapshot.People.Count;

    public override NameColumn? NamesOf(RowField field) => field switch
    {
        RowField.Name => Snapshot.People.Names,
        RowField.GivenName => Snapshot.People.GivenNames,
        RowField.Surname => Snapshot.People.Surnames,
        _ => null,
    };

    public override int TextOf(RowField field, int row)
    {
        ref readonly var person = ref Snapshot.People[row];
        return field switch
        {
            RowField.Uid => person.Id,
            RowField.Name => person.Name,
            RowField.GivenName => person.GivenName,
            RowField.Surname => person.Surname,
            RowField.Mail => person.Mail,
            RowField.Title => person.Title,
            RowField.Department => person.Department,
            RowField.Company => person.Company,
            _ => StringHeap.None,
        };
    }

    public override NumberKinds KindsOf(AttributeType type) => FieldOf(type) switch
    {
        RowField.Telephone => NumberKinds.Telephone,
        RowField.Mobile => NumberKinds.Mobile,
        _ => type == _ipPhone ? NumberKinds.Telephone : NumberKinds.None,
    };

    public override void AddRowsOfEntry(int entry, RowSet rows) => rows.Add(Snapshot.Entries[entry].Person);

    public override int Numbers(RowField field, int row, List<int> values)
    {
        foreach (var entry in Snapshot.People.EntriesOf(row))
        {
            var number = Snapshot.Entries[entry].Number;
            if (Snapshot.Entries.IsMobile(entry) == (field == RowField.Mobile) && !IsKnown(values, number))
            {
                values.Add(number);
            }
        }

        return values.Count;
    }

    public override ReadOnlyMemory<byte> Uid(int row) => Snapshot.Texts.Octets(Snapshot.People[row].Id);

    public override void AddRowsOfUid(string uid, RowSet rows) => _ids.AddRows(Encoding.UTF8.GetBytes(uid), rows);

    private bool IsKnown(List<int> values, int number)
    {
        foreach (var value in values)
        {
            if (Snapshot.Texts[value].SequenceEqual(Snapshot.Texts[number]))
            {
                return true;
            }
        }

        return false;
    }
}
