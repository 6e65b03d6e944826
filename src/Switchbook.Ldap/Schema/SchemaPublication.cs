namespace Switchbook.Ldap.Schema;

/// <summary>The parts of the subschema that the library itself brings (RFC 4512, sections 4.1.3 to 4.1.5).</summary>
internal static class SchemaPublication
{
    private static readonly (string Oid, string Name)[] KnownSyntaxes =
    [
        ("3", "Attribute Type Description"), ("6", "Bit String"), ("7", "Boolean"), ("11", "Country String"), ("12", "DN"),
        ("15", "Directory String"), ("24", "Generalized Time"), ("26", "IA5 String"), ("27", "INTEGER"), ("28", "JPEG"),
        ("30", "Matching Rule Description"), ("31", "Matching Rule Use Description"), ("36", "Numeric String"),
        ("37", "Object Class Description"), ("38", "OID"), ("40", "Octet String"), ("41", "Postal Address"),
        ("44", "Printable String"), ("50", "Telephone Number"), ("54", "LDAP Syntax Description"), ("58", "Substring Assertion"),
    ];

    public static IEnumerable<(string Name, string Value)> MatchingRules => Schema.MatchingRules.All
        .Select(rule => ("matchingRules", $"( {rule.Oid} NAME '{rule.Name}' SYNTAX {rule.SyntaxOid} )"));

    public static IEnumerable<(string Name, string Value)> Syntaxes => KnownSyntaxes
        .Select(syntax => ("ldapSyntaxes", $"( 1.3.6.1.4.1.1466.115.121.1.{syntax.Oid} DESC '{syntax.Name}' )"))
        .Append(("ldapSyntaxes", "( 1.3.6.1.1.16.1 DESC 'UUID' )"));

    public static IEnumerable<(string Name, string Value)> MatchingRuleUses(LdapSchema schema)
    {
        foreach (var rule in Schema.MatchingRules.All)
        {
            var types = schema.AttributeTypes
                .Where(type => type.Equality == rule || type.Ordering == rule || type.Substrings == rule)
                .Select(type => type.Name)
                .ToList();
            if (types.Count > 0)
            {
                var applies = types.Count == 1 ? types[0] : $"( {string.Join(" $ ", types)} )";
                yield return ("matchingRuleUse", $"( {rule.Oid} NAME '{rule.Name}' APPLIES {applies} )");
            }
        }
    }
}
