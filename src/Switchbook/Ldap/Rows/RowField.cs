namespace Switchbook.Ldap.Rows;

/// <summary>What a row can say of itself; several attribute types show the same.</summary>
internal enum RowField
{
    /// <summary>Nothing: rows have no such attribute.</summary>
    None,
    ObjectClass,
    Uid,
    Name,
    GivenName,
    Surname,
    Telephone,
    Mobile,
    Mail,
    Title,
    Department,
    Company,
    Source,

    /// <summary>When the data was read, for both timestamps.</summary>
    Time,
    Uuid,
    HasSubordinates,
    StructuralClass,
    Subschema,
    EntryName,
}
