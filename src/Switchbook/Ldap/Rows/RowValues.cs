using System.Text;
using Switchbook.Ldap.Entries;
using Switchbook.Ldap.Names;
using Switchbook.Ldap.Schema;

namespace Switchbook.Ldap.Rows;

/// <summary>One row after the other as entries with attributes, for matching that no index helps with.</summary>
internal sealed class RowValues(RowTable table, RowPlace place, LdapSchema schema) : IAttributeSource
{
    private readonly List<int> _numbers = [];

    /// <summary>The row that is looked at.</summary>
    public int Row { get; set; }

    public DistinguishedName Name => DistinguishedName.Parse(place.NameOf(table, Row), schema);

    public IReadOnlyList<ReadOnlyMemory<byte>> Values(AttributeType type)
    {
        var field = table.FieldOf(type);
        switch (field)
        {
            case RowField.None:
                return [];
            case RowField.Telephone or RowField.Mobile:
                _numbers.Clear();
                table.Numbers(field, Row, _numbers);
                return [.. _numbers.Select(table.Snapshot.Texts.Octets)];
            case RowField.Uid:
                return [table.Uid(Row)];
            case RowField.Uuid:
                return [Encoding.UTF8.GetBytes(place.UuidOf(table, Row).ToString())];
            case RowField.EntryName:
                return [Encoding.UTF8.GetBytes(place.NameOf(table, Row))];
            case RowField.Source:
                return [Encoding.UTF8.GetBytes(RowPlace.SourceOf(table, Row))];
            default:
                if (RowFields.IsConstant(field))
                {
                    return table.Constants.Values(field);
                }

                var text = table.TextOf(field, Row);
                return text == PhoneDirectory.Columns.StringHeap.None ? [] : [table.Snapshot.Texts.Octets(text)];
        }
    }
}
