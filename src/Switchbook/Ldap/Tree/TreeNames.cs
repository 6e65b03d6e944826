using Switchbook.Ldap.Names;
using Switchbook.Ldap.Schema;

namespace Switchbook.Ldap.Tree;

/// <summary>The names of the entries that hold the tree together.</summary>
internal sealed class TreeNames
{
    private readonly LdapSchema _schema;
    private readonly string _base;

    /// <exception cref="FormatException">The base is not a distinguished name.</exception>
    public TreeNames(string baseDn, LdapSchema schema)
    {
        (_schema, _base) = (schema, baseDn);
        Base = DistinguishedName.Parse(baseDn, schema);
        People = Below("people");
        Entries = Below("directory");
        Links = Below("links");
    }

    public DistinguishedName Base { get; }

    /// <summary>A person each, however many numbers.</summary>
    public DistinguishedName People { get; }

    /// <summary>An entry each: a name and a number.</summary>
    public DistinguishedName Entries { get; }

    /// <summary>A subtree for each link.</summary>
    public DistinguishedName Links { get; }

    public DistinguishedName OfLink(string link) =>
        DistinguishedName.Parse($"ou={DistinguishedName.Escape(link)},ou=links,{_base}", _schema);

    private DistinguishedName Below(string unit) => DistinguishedName.Parse($"ou={unit},{_base}", _schema);
}
