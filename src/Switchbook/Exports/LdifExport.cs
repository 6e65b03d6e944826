using System.Text;
using Switchbook.Ldap;
using Switchbook.Numbers;
using Switchbook.Phonebooks.Vendors;
using Switchbook.PhoneDirectory;

namespace Switchbook.Exports;

/// <summary>An inetOrgPerson a person (RFC 2849), under the units that they need, so that another LDAP server can take it as it is.</summary>
internal sealed class LdifExport(IConfiguration configuration) : TextExport("ldif", "text/ldif", "directory.ldif")
{
    /// <summary>Octets on a line; the RFC has no limit, tools break lines here.</summary>
    private const int LongestLine = 76;

    private string Base => (configuration.GetSection(LdapOptions.Section).Get<LdapOptions>() ?? new()).BaseDn;

    protected override IEnumerable<string> Pieces(DirectorySnapshot snapshot, NumberPolicy policy)
    {
        yield return "version: 1\n\n" + Root() + Entry($"ou=people,{Base}", [("objectClass", "top"), ("objectClass", "organizationalUnit"), ("ou", "people")]);
        for (var row = 0; row < snapshot.People.Count; row++)
        {
            var person = snapshot.PersonAt(row, policy);
            yield return Entry($"uid={person.Id},ou=people,{Base}", Attributes(person));
        }
    }

    private static IEnumerable<(string Name, string? Value)> Attributes(DirectoryPerson person)
    {
        foreach (var objectClass in (string[])["top", "person", "organizationalPerson", "inetOrgPerson"])
        {
            yield return ("objectClass", objectClass);
        }

        yield return ("uid", person.Id);
        yield return ("cn", person.Name);
        yield return ("displayName", person.Name);
        yield return ("givenName", person.GivenName);
        yield return ("sn", person.Surname ?? person.Name);
        foreach (var number in person.Numbers.DistinctBy(number => number.Number, StringComparer.Ordinal))
        {
            yield return (AttributeOf(number.Kind), number.Number);
        }

        yield return ("mail", person.Mail);
        yield return ("title", person.Title);
        yield return ("departmentNumber", person.Department);
        yield return ("ou", person.Department);
        yield return ("o", person.Company);
    }

    private static string AttributeOf(string kind) => EntryForm.LineOf(kind) switch
    {
        LineKind.Mobile => "mobile",
        LineKind.Home => "homePhone",
        _ => "telephoneNumber",
    };

    private static string Entry(string name, IEnumerable<(string Name, string? Value)> attributes)
    {
        var entry = new StringBuilder();
        Append(entry, "dn", name);
        foreach (var (attribute, value) in attributes)
        {
            if (!string.IsNullOrEmpty(value))
            {
                Append(entry, attribute, value);
            }
        }

        return entry.Append('\n').ToString();
    }

    private static void Append(StringBuilder entry, string attribute, string value)
    {
        var line = IsSafe(value) ? $"{attribute}: {value}" : $"{attribute}:: {Convert.ToBase64String(Encoding.UTF8.GetBytes(value))}";
        for (var from = 0; from < line.Length;)
        {
            var length = Math.Min(line.Length - from, from == 0 ? LongestLine : LongestLine - 1);
            entry.Append(from == 0 ? "" : " ").Append(line, from, length).Append('\n');
            from += length;
        }
    }

    /// <summary>SAFE-STRING of the RFC; a blank at the end is allowed by it, and lost by people.</summary>
    private static bool IsSafe(string value) =>
        value.All(letter => letter is >= ' ' and <= '~') && value is not ([' ' or ':' or '<', ..] or [.., ' ']);

    private string Root()
    {
        var (type, value) = Base.Split(',', 2)[0].Split('=', 2) is [var first, var second] ? (first.Trim(), second.Trim()) : ("dc", Base);
        return Entry(Base, [("objectClass", "top"), ("objectClass", type.Equals("dc", StringComparison.OrdinalIgnoreCase) ? "domain" : "organizationalUnit"), (type, value)]);
    }
}
