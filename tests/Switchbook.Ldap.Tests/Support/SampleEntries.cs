using System.Globalization;

using Switchbook.Ldap.Entries;
using Switchbook.Ldap.Names;
using Switchbook.Ldap.Schema;

namespace Switchbook.Ldap.Tests.Support;

/// <summary>People for the tests: a thousand and a handful, the same every time.</summary>
internal static class SampleEntries
{
    public const string Base = "dc=example,dc=com";
    public const string People = "ou=people," + Base;

    private static readonly string[] GivenNames =
        ["Adele", "Björn", "Chloé", "Daniel", "Émile", "François", "Grete", "Hiro", "Ines", "Joanna", "Łukasz", "Ryan", "Søren", "Zoë"];

    private static readonly string[] Surnames =
        ["Vance", "Müller", "Núñez", "O'Brien", "Smith", "Johansson", "Groß", "van der Berg", "Kowalski", "Ødegård", "Jones"];

    /// <summary>A naming context, a subtree and <paramref name="count"/> people.</summary>
    public static IEnumerable<LdapEntry> Make(int count = 1000)
    {
        var schema = LdapSchema.Standard;
        yield return Entry(schema, Base, ("objectClass", "top"), ("objectClass", "domain"), ("dc", "example"), ("o", "Example"));
        yield return Entry(schema, People, ("objectClass", "top"), ("objectClass", "organizationalUnit"), ("ou", "people"));
        for (var i = 0; i < count; i++)
        {
            yield return Person(schema, i);
        }
    }

    private static LdapEntry Person(LdapSchema schema, int i)
    {
        var given = GivenNames[i % GivenNames.Length];
        var surname = Surnames[i * 7 % Surnames.Length];
        var attributes = new List<(string, string)>
        {
            ("objectClass", "top"),
            ("objectClass", "person"),
            ("objectClass", "organizationalPerson"),
            ("objectClass", "inetOrgPerson"),
            ("uid", string.Create(CultureInfo.InvariantCulture, $"u{i:D6}")),
            ("cn", $"{given} {surname}"),
            ("sn", surname),
            ("givenName", given),
            ("telephoneNumber", string.Create(CultureInfo.InvariantCulture, $"+1 425-555-{i:D4}")),
            ("employeeNumber", i.ToString(CultureInfo.InvariantCulture)),
            ("createTimestamp", "20260101120000Z"),
        };
        if (i % 5 != 0)
        {
            attributes.Add(("mobile", string.Create(CultureInfo.InvariantCulture, $"+1425556{i:D4}")));
            attributes.Add(("mail", $"{i}@example.com"));
        }

        return Entry(schema, string.Create(CultureInfo.InvariantCulture, $"uid=u{i:D6},{People}"), [.. attributes]);
    }

    private static LdapEntry Entry(LdapSchema schema, string name, params (string, string)[] attributes) =>
        new(DistinguishedName.Parse(name, schema), schema, attributes.Append(("entryDN", name)));
}
