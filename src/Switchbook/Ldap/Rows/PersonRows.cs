using System.Text;
using Switchbook.Ldap.Schema;
using Switchbook.PhoneDirectory;
using Switchbook.PhoneDirectory.Columns;
using Switchbook.PhoneDirectory.Searching;

namespace Switchbook.Ldap.Rows;

/// <summary>A row a person. Who comes through several links has a row for each, of which the first shows the numbers of all.</summary>
internal sealed class PersonRows(DirectorySnapshot snapshot, RowFields fields, RowConstants constants, LdapSchema schema)
    : RowTable(snapshot, fields, constants)
{
    private readonly PersonIdIndex _ids = new(snapshot);
    private readonly AttributeType _ipPhone = schema.Required("ipPhone");

    public override int Count => Snapshot.People.Count;

    /// <summary>Whether anybody comes through several links.</summary>
    public bool HasRepeated => _ids.HasRepetitions;

    /// <summary>Whether the person stands in a link of higher precedence already.</summary>
    public bool IsRepeated(int row) => _ids.FirstOf(row) != row;

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

    public override void AddRowsOfEntry(int entry, RowSet rows)
    {
        var row = Snapshot.Entries[entry].Person;
        rows.Add(row);
        rows.Add(_ids.FirstOf(row));
    }

    public override int Numbers(RowField field, int row, List<int> values)
    {
        AddNumbers(field == RowField.Mobile, row, values);
        foreach (var other in _ids.RepetitionsOf(row))
        {
            AddNumbers(field == RowField.Mobile, other, values);
        }

        return values.Count;
    }

    public override ReadOnlyMemory<byte> Uid(int row) => Snapshot.Texts.Octets(Snapshot.People[row].Id);

    public override void AddRowsOfUid(string uid, RowSet rows) => _ids.AddRows(Encoding.UTF8.GetBytes(uid), rows);

    public override Guid Uuid(int row) => RowUuid.Of(Snapshot.Texts.Text(Snapshot.People[row].Id));

    private void AddNumbers(bool mobile, int row, List<int> values)
    {
        foreach (var entry in Snapshot.People.EntriesOf(row))
        {
            var number = Snapshot.Entries[entry].Number;
            if (Snapshot.Entries.IsMobile(entry) == mobile && !IsKnown(values, number))
            {
                values.Add(number);
            }
        }
    }

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
