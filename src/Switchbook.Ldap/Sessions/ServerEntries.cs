using Switchbook.Ldap.Controls;
using Switchbook.Ldap.Entries;
using Switchbook.Ldap.Hosting;
using Switchbook.Ldap.Names;
using Switchbook.Ldap.Schema;

namespace Switchbook.Ldap.Sessions;

/// <summary>The entries that every server has: its root DSE (RFC 4512, section 5.1) and its subschema (section 4.2).</summary>
internal sealed class ServerEntries(ILdapDirectory directory, BindHandler binds, LdapServerOptions options)
{
    public const string SubschemaName = "cn=subschema";

    public DistinguishedName Subschema { get; } = DistinguishedName.Parse(SubschemaName, directory.Schema);

    public LdapEntry SubschemaEntry { get; } = new(
        DistinguishedName.Parse(SubschemaName, directory.Schema),
        directory.Schema,
        SubschemaAttributes(directory.Schema));

    /// <summary>The root DSE as a peer sees it: mechanisms depend on whether TLS is up.</summary>
    public LdapEntry RootDse(LdapPeer peer) => new(DistinguishedName.Empty, directory.Schema, RootAttributes(peer));

    private IEnumerable<(string Name, string Value)> RootAttributes(LdapPeer peer)
    {
        yield return ("objectClass", "top");
        yield return ("objectClass", "extensibleObject");
        yield return ("structuralObjectClass", "extensibleObject");
        yield return ("subschemaSubentry", SubschemaName);
        yield return ("hasSubordinates", "TRUE");
        yield return ("supportedLDAPVersion", "2");
        yield return ("supportedLDAPVersion", "3");
        foreach (var context in directory.NamingContexts)
        {
            yield return ("namingContexts", context.ToString());
        }

        foreach (var (name, values) in Supported(peer))
        {
            foreach (var value in values)
            {
                yield return (name, value);
            }
        }

        if (options.VendorName is { } vendor)
        {
            yield return ("vendorName", vendor);
        }

        if (options.VendorVersion is { } version)
        {
            yield return ("vendorVersion", version);
        }
    }

    private IEnumerable<(string Name, IEnumerable<string> Values)> Supported(LdapPeer peer)
    {
        yield return ("supportedControl", ControlOid.Supported);
        yield return ("supportedExtension", ExtendedOid.Supported(options.Tls is not null));
        yield return ("supportedFeatures", FeatureOid.Supported);
        yield return ("supportedSASLMechanisms", binds.Mechanisms(peer));
    }

    private static IEnumerable<(string Name, string Value)> SubschemaAttributes(LdapSchema schema)
    {
        yield return ("objectClass", "top");
        yield return ("objectClass", "subentry");
        yield return ("objectClass", "subschema");
        yield return ("objectClass", "extensibleObject");
        yield return ("structuralObjectClass", "subentry");
        yield return ("cn", "subschema");
        yield return ("subschemaSubentry", SubschemaName);
        yield return ("entryDN", SubschemaName);
        yield return ("hasSubordinates", "FALSE");
        foreach (var type in schema.AttributeTypes)
        {
            yield return ("attributeTypes", type.Definition);
        }

        foreach (var objectClass in schema.ObjectClasses)
        {
            yield return ("objectClasses", objectClass.Definition);
        }

        foreach (var definition in SchemaPublication.MatchingRules.Concat(SchemaPublication.MatchingRuleUses(schema)))
        {
            yield return definition;
        }

        foreach (var syntax in SchemaPublication.Syntaxes)
        {
            yield return syntax;
        }
    }
}
