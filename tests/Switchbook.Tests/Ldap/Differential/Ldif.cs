using System.DirectoryServices.Protocols;
using System.Text;

namespace Switchbook.Tests.Ldap.Differential;

/// <summary>A whole server as LDIF (RFC 2849), so that another one can hold the same.</summary>
internal static class Ldif
{
    /// <summary>What every server works out for itself.</summary>
    private static readonly string[] WorkedOut = ["hasSubordinates", "subschemaSubentry", "entryDN", "contextCSN"];

    /// <param name="server">The server.</param>
    /// <param name="bases">Where to search from, each for the base itself or for all below.</param>
    public static string Of(LdapConnection server, IEnumerable<(string Base, SearchScope Scope)> bases)
    {
        var text = new StringBuilder();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, scope) in bases)
        {
            var response = (SearchResponse)server.SendRequest(new SearchRequest(name, "(objectClass=*)", scope, "*", "+"));
            foreach (var entry in response.Entries.Cast<SearchResultEntry>().Where(entry => names.Add(entry.DistinguishedName)))
            {
                Write(entry, text);
            }
        }

        return text.ToString();
    }

    private static void Write(SearchResultEntry entry, StringBuilder text)
    {
        WriteLine(text, "dn", entry.DistinguishedName);
        foreach (var attribute in entry.Attributes.Values.Cast<DirectoryAttribute>())
        {
            if (!WorkedOut.Contains(attribute.Name, StringComparer.Ordinal))
            {
                foreach (string value in attribute.GetValues(typeof(string)))
                {
                    WriteLine(text, attribute.Name, value);
                }
            }
        }

        text.Append('\n');
    }

    private static void WriteLine(StringBuilder text, string name, string value) =>
        text.Append(name).Append(":: ").Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(value))).Append('\n');
}
