using System.Globalization;
using Switchbook.Ldap.Entries;
using Switchbook.Ldap.Filters;
using Switchbook.Ldap.Names;
using Switchbook.Ldap.Rows;
using Switchbook.Ldap.Schema;
using Switchbook.PhoneDirectory;

namespace Switchbook.Ldap.Tree;

/// <summary>The entries that hold the tree together, for one snapshot.</summary>
internal sealed class TreeUnits
{
    private static readonly string[] Attributes =
        ["objectClass", "ou", "o", "dc", "description", "createTimestamp", "modifyTimestamp", "contextCSN", "entryUUID", "hasSubordinates", "structuralObjectClass", "subschemaSubentry", "entryDN"];

    private readonly LdapSchema _schema;
    private readonly HashSet<AttributeType> _types;
    private readonly string _time;

    public TreeUnits(DirectorySnapshot snapshot, TreeNames names, LdapSchema schema)
    {
        _schema = schema;
        _types = [.. Attributes.Select(schema.Required)];
        _time = RowConstants.GeneralizedTime(snapshot.DataFrom);
        var age = snapshot.DataFrom.ToUniversalTime().ToString("yyyyMMddHHmmss.ffffff'Z#000000#000#000000'", CultureInfo.InvariantCulture);
        Base = Root(names.Base, age);
        People = Unit(names.People, "people", "People, each with all numbers.", snapshot.PersonCount > 0);
        Entries = Unit(names.Entries, "directory", "The system directory: a name and one number each.", snapshot.EntryCount > 0);
        Links = Unit(names.Links, "links", "People by the link that they come from.", snapshot.Sources.Count > 1);
        OfLinks =
        [
            .. snapshot.Sources.Select(source => source.Name == DirectorySource.Manual
                ? null
                : Unit(names.OfLink(source.Name), source.Name, "People of this link.", source.People > 0)),
        ];
    }

    public LdapEntry Base { get; }

    public LdapEntry People { get; }

    public LdapEntry Entries { get; }

    public LdapEntry Links { get; }

    /// <summary>For each source its unit; null for the manual one, which is no link.</summary>
    public IReadOnlyList<LdapEntry?> OfLinks { get; }

    /// <summary>Whether a filter could match such an entry: looking costs more than a number's look-up.</summary>
    public bool MayMatch(LdapFilter filter) => filter switch
    {
        LdapFilter.Never => false,
        LdapFilter.Leaf leaf => _types.Contains(leaf.Type) || leaf is LdapFilter.Extensible,
        LdapFilter.AllOf all => all.Parts.All(MayMatch),
        LdapFilter.AnyOf any => any.Parts.Any(MayMatch),
        _ => true,
    };

    private LdapEntry Root(DistinguishedName name, string age)
    {
        var rdn = name.Rdns[0].First;
        var isDomain = rdn.Type == _schema.Required("dc");
        (string, string)[] own = isDomain
            ? [("objectClass", "top"), ("objectClass", "domain"), ("dc", rdn.Value), ("structuralObjectClass", "domain")]
            : [("objectClass", "top"), ("objectClass", "organizationalUnit"), (rdn.Type?.Name ?? "ou", rdn.Value), ("structuralObjectClass", "organizationalUnit")];
        return Entry(name, [.. own, ("contextCSN", age), ("hasSubordinates", "TRUE")]);
    }

    private LdapEntry Unit(DistinguishedName name, string unit, string description, bool hasSubordinates) => Entry(
        name,
        [
            ("objectClass", "top"),
            ("objectClass", "organizationalUnit"),
            ("ou", unit),
            ("description", description),
            ("structuralObjectClass", "organizationalUnit"),
            ("hasSubordinates", hasSubordinates ? "TRUE" : "FALSE"),
        ]);

    private LdapEntry Entry(DistinguishedName name, (string, string)[] attributes) => new(
        name,
        _schema,
        [
            .. attributes,
            ("createTimestamp", _time),
            ("modifyTimestamp", _time),
            ("entryUUID", RowUuid.Of(name.Normalized).ToString()),
            ("subschemaSubentry", "cn=subschema"),
            ("entryDN", name.ToString()),
        ]);
}
