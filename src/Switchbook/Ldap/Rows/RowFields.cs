using Switchbook.Ldap.Schema;

namespace Switchbook.Ldap.Rows;

/// <summary>Which attribute type shows which field.</summary>
internal sealed class RowFields
{
    private static readonly (RowField Field, string[] Attributes)[] Shared =
    [
        (RowField.ObjectClass, ["objectClass"]),
        (RowField.Uid, ["uid"]),
        (RowField.Name, ["cn", "displayName"]),
        (RowField.GivenName, ["givenName"]),
        (RowField.Surname, ["sn"]),
        (RowField.Telephone, ["telephoneNumber"]),
        (RowField.Time, ["createTimestamp", "modifyTimestamp"]),
        (RowField.Uuid, ["entryUUID"]),
        (RowField.HasSubordinates, ["hasSubordinates"]),
        (RowField.StructuralClass, ["structuralObjectClass"]),
        (RowField.Subschema, ["subschemaSubentry"]),
        (RowField.EntryName, ["entryDN"]),
    ];

    private static readonly (RowField Field, string[] Attributes)[] OfPeople =
    [
        (RowField.Mobile, ["mobile"]),
        (RowField.Mail, ["mail"]),
        (RowField.Title, ["title"]),
        (RowField.Department, ["ou", "department", "departmentNumber"]),
        (RowField.Company, ["o", "company"]),
    ];

    private static readonly (RowField Field, string[] Attributes)[] OfEntries = [(RowField.Source, ["description"])];

    private readonly RowField[] _fields;

    private RowFields(LdapSchema schema, IEnumerable<(RowField Field, string[] Attributes)> fields)
    {
        _fields = new RowField[schema.AttributeTypes.Length];
        foreach (var (field, attributes) in fields)
        {
            foreach (var attribute in attributes)
            {
                _fields[schema.Required(attribute).Index] = field;
            }
        }
    }

    /// <summary>The field that a type shows.</summary>
    public RowField this[AttributeType type] => _fields[type.Index];

    public static RowFields People(LdapSchema schema) => new(schema, [.. Shared, .. OfPeople]);

    public static RowFields Entries(LdapSchema schema) => new(schema, [.. Shared, .. OfEntries]);

    /// <summary>Whether all rows have the same values.</summary>
    public static bool IsConstant(RowField field) =>
        field is RowField.ObjectClass or RowField.Time or RowField.HasSubordinates or RowField.StructuralClass or RowField.Subschema;
}
