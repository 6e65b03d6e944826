using System.DirectoryServices.Protocols;
using Switchbook.Ldap.Names;
using Switchbook.Ldap.Schema;

namespace Switchbook.Tests.Ldap.Differential;

/// <summary>An entry that a server found: its name, and its attributes as one text that compares.</summary>
internal sealed record Found(string Name, string Attributes)
{
    /// <summary>What only one of the servers has, because it alone keeps such a thing.</summary>
    private static readonly string[] Own = ["contextCSN", "creatorsName", "modifiersName"];

    public static Found Of(SearchResultEntry entry)
    {
        var attributes = entry.Attributes.Values.Cast<DirectoryAttribute>()
            .Select(attribute => (Type: LdapSchema.Standard.TryGetAttributeType(attribute.Name, out var type) ? type : null, attribute))
            .Where(pair => pair.Type is not null && !Own.Contains(pair.Type.Name, StringComparer.Ordinal))
            .Select(pair => $"{pair.Type!.Name}={Values(pair.Type, pair.attribute)}")
            .Order(StringComparer.Ordinal);
        return new(NameForm(entry.DistinguishedName), string.Join(' ', attributes));
    }

    /// <summary>There are several ways to escape a name (RFC 4514, section 2.4), and case does not count.</summary>
    public static string NameForm(string name) => DistinguishedName.Parse(name, LdapSchema.Standard).Normalized;

    private static string Values(AttributeType type, DirectoryAttribute attribute)
    {
        var values = attribute.GetValues(typeof(string)).Cast<string>();
        if (type.Equality?.Name == "distinguishedNameMatch")
        {
            values = values.Select(NameForm);
        }

        return $"({string.Join('|', values.Order(StringComparer.Ordinal))})";
    }
}
