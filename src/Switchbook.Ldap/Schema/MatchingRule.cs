namespace Switchbook.Ldap.Schema;

/// <summary>A matching rule (RFC 4517, section 4).</summary>
/// <param name="Oid">The object identifier in dotted form.</param>
/// <param name="Name">The short name, such as <c>caseIgnoreMatch</c>.</param>
/// <param name="SyntaxOid">The OID of the assertion's syntax.</param>
/// <param name="Kind">What kind of comparison it makes.</param>
/// <param name="Preparation">How values are made ready before they are compared octet by octet.</param>
public sealed record MatchingRule(
    string Oid,
    string Name,
    string SyntaxOid,
    MatchingRuleKind Kind,
    ValuePreparation Preparation)
{
    private const string DirectoryString = "1.3.6.1.4.1.1466.115.121.1.15";

    /// <summary>What a rule for directory strings compares too: country, printable and telephone strings are such.</summary>
    private static readonly string[] Strings =
        ["1.3.6.1.4.1.1466.115.121.1.11", "1.3.6.1.4.1.1466.115.121.1.44", "1.3.6.1.4.1.1466.115.121.1.50"];

    /// <summary>Whether values of a type may be compared by this rule; otherwise a filter that says so is Undefined.</summary>
    public bool Suits(AttributeType type) =>
        Kind != MatchingRuleKind.Substrings
        && (type.SyntaxOid == SyntaxOid || (SyntaxOid == DirectoryString && Strings.Contains(type.SyntaxOid)));
}
