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
    ValuePreparation Preparation);
