using System.Text;
using Switchbook.Ldap.Searching;
using Switchbook.PhoneDirectory.Columns;

namespace Switchbook.Ldap.Rows;

/// <summary>Writes rows as entries with the attributes that a search wants, straight from the heap.</summary>
internal sealed class RowWriter(RowTable table, RowPlace place, LdapAttributeSelection selection)
{
    private readonly RowField[] _fields = [.. selection.Attributes.Select(attribute => table.FieldOf(attribute.Type))];
    private readonly List<int> _numbers = [];

    public void Write(int row, LdapEntryWriter writer)
    {
        place.Begin(table, row, writer);
        for (var i = 0; i < _fields.Length; i++)
        {
            var field = _fields[i];
            if (field is RowField.None)
            {
                continue;
            }

            var text = table.TextOf(field, row);
            if (text != StringHeap.None)
            {
                writer.SingleValue(selection.Attributes[i], table.Snapshot.Texts[text]);
            }
            else if (field is RowField.Telephone or RowField.Mobile)
            {
                WriteNumbers(row, field, selection.Attributes[i], writer);
            }
            else
            {
                WriteRare(row, field, selection.Attributes[i], writer);
            }
        }
    }

    private void WriteNumbers(int row, RowField field, in LdapSelectedType attribute, LdapEntryWriter writer)
    {
        _numbers.Clear();
        if (table.Numbers(field, row, _numbers) == 0)
        {
            return;
        }

        var values = writer.BeginAttribute(attribute);
        foreach (var number in _numbers)
        {
            values.Add(table.Snapshot.Texts[number]);
        }

        values.End();
    }

    private void WriteRare(int row, RowField field, in LdapSelectedType attribute, LdapEntryWriter writer)
    {
        switch (field)
        {
            case RowField.Uid:
                writer.SingleValue(attribute, table.Uid(row).Span);
                break;
            case RowField.Uuid:
                writer.SingleValue(attribute, Encoding.UTF8.GetBytes(place.UuidOf(table, row).ToString()));
                break;
            case RowField.EntryName:
                writer.SingleValue(attribute, Encoding.UTF8.GetBytes(place.NameOf(table, row)));
                break;
            case RowField.Source:
                writer.SingleValue(attribute, Encoding.UTF8.GetBytes(RowPlace.SourceOf(table, row)));
                break;
            default:
                if (RowFields.IsConstant(field))
                {
                    writer.Attribute(attribute, table.Constants.Encoded(field));
                }

                break;
        }
    }
}
