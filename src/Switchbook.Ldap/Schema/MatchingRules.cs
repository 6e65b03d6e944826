using System.Collections.Frozen;

namespace Switchbook.Ldap.Schema;

/// <summary>The matching rules that the library knows (RFC 4517, section 4.2; 4530 for UUIDs).</summary>
public static class MatchingRules
{
    private const string Text = "1.3.6.1.4.1.1466.115.121.1.15";
    private const string Ia5 = "1.3.6.1.4.1.1466.115.121.1.26";
    private const string Substring = "1.3.6.1.4.1.1466.115.121.1.58";
    private const string Numeric = "1.3.6.1.4.1.1466.115.121.1.36";
    private const string Integer = "1.3.6.1.4.1.1466.115.121.1.27";
    private const string Octets = "1.3.6.1.4.1.1466.115.121.1.40";
    private const string Time = "1.3.6.1.4.1.1466.115.121.1.24";
    private const string Uuid = "1.3.6.1.1.16.1";

    /// <summary>All of them, as the subschema publishes them.</summary>
    public static IReadOnlyList<MatchingRule> All { get; } =
    [
        new("2.5.13.0", "objectIdentifierMatch", "1.3.6.1.4.1.1466.115.121.1.38", MatchingRuleKind.Equality, ValuePreparation.ObjectIdentifier),
        new("2.5.13.1", "distinguishedNameMatch", "1.3.6.1.4.1.1466.115.121.1.12", MatchingRuleKind.Equality, ValuePreparation.DistinguishedName),
        new("2.5.13.2", "caseIgnoreMatch", Text, MatchingRuleKind.Equality, ValuePreparation.CaseIgnore),
        new("2.5.13.3", "caseIgnoreOrderingMatch", Text, MatchingRuleKind.Ordering, ValuePreparation.CaseIgnore),
        new("2.5.13.4", "caseIgnoreSubstringsMatch", Substring, MatchingRuleKind.Substrings, ValuePreparation.CaseIgnore),
        new("2.5.13.5", "caseExactMatch", Text, MatchingRuleKind.Equality, ValuePreparation.CaseExact),
        new("2.5.13.6", "caseExactOrderingMatch", Text, MatchingRuleKind.Ordering, ValuePreparation.CaseExact),
        new("2.5.13.7", "caseExactSubstringsMatch", Substring, MatchingRuleKind.Substrings, ValuePreparation.CaseExact),
        new("2.5.13.8", "numericStringMatch", Numeric, MatchingRuleKind.Equality, ValuePreparation.NumericString),
        new("2.5.13.9", "numericStringOrderingMatch", Numeric, MatchingRuleKind.Ordering, ValuePreparation.NumericString),
        new("2.5.13.10", "numericStringSubstringsMatch", Substring, MatchingRuleKind.Substrings, ValuePreparation.NumericString),
        new("2.5.13.11", "caseIgnoreListMatch", "1.3.6.1.4.1.1466.115.121.1.41", MatchingRuleKind.Equality, ValuePreparation.CaseIgnoreList),
        new("2.5.13.12", "caseIgnoreListSubstringsMatch", Substring, MatchingRuleKind.Substrings, ValuePreparation.CaseIgnoreList),
        new("2.5.13.13", "booleanMatch", "1.3.6.1.4.1.1466.115.121.1.7", MatchingRuleKind.Equality, ValuePreparation.Boolean),
        new("2.5.13.14", "integerMatch", Integer, MatchingRuleKind.Equality, ValuePreparation.WholeNumber),
        new("2.5.13.15", "integerOrderingMatch", Integer, MatchingRuleKind.Ordering, ValuePreparation.WholeNumber),
        new("2.5.13.17", "octetStringMatch", Octets, MatchingRuleKind.Equality, ValuePreparation.None),
        new("2.5.13.18", "octetStringOrderingMatch", Octets, MatchingRuleKind.Ordering, ValuePreparation.None),
        new("2.5.13.20", "telephoneNumberMatch", "1.3.6.1.4.1.1466.115.121.1.50", MatchingRuleKind.Equality, ValuePreparation.TelephoneNumber),
        new("2.5.13.21", "telephoneNumberSubstringsMatch", Substring, MatchingRuleKind.Substrings, ValuePreparation.TelephoneNumber),
        new("2.5.13.27", "generalizedTimeMatch", Time, MatchingRuleKind.Equality, ValuePreparation.GeneralizedTime),
        new("2.5.13.28", "generalizedTimeOrderingMatch", Time, MatchingRuleKind.Ordering, ValuePreparation.GeneralizedTime),
        new("2.5.13.30", "objectIdentifierFirstComponentMatch", "1.3.6.1.4.1.1466.115.121.1.38", MatchingRuleKind.Equality, ValuePreparation.ObjectIdentifier),
        new("1.3.6.1.4.1.1466.109.114.1", "caseExactIA5Match", Ia5, MatchingRuleKind.Equality, ValuePreparation.CaseExact),
        new("1.3.6.1.4.1.1466.109.114.2", "caseIgnoreIA5Match", Ia5, MatchingRuleKind.Equality, ValuePreparation.CaseIgnore),
        new("1.3.6.1.4.1.1466.109.114.3", "caseIgnoreIA5SubstringsMatch", Substring, MatchingRuleKind.Substrings, ValuePreparation.CaseIgnore),
        new("1.3.6.1.1.16.2", "UUIDMatch", Uuid, MatchingRuleKind.Equality, ValuePreparation.Uuid),
        new("1.3.6.1.1.16.3", "UUIDOrderingMatch", Uuid, MatchingRuleKind.Ordering, ValuePreparation.Uuid),
    ];

    private static readonly FrozenDictionary<string, MatchingRule> ByName = All
        .SelectMany(rule => new[] { (Key: rule.Name, rule), (Key: rule.Oid, rule) })
        .ToFrozenDictionary(pair => pair.Key, pair => pair.rule, StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds a rule by its name or OID; null when it is unknown.</summary>
    public static MatchingRule? Find(string nameOrOid) => ByName.GetValueOrDefault(nameOrOid);

    /// <summary>The ordering rule that goes with an equality rule; null when there is none.</summary>
    internal static MatchingRule? OrderingFor(MatchingRule? equality) => equality?.Preparation switch
    {
        ValuePreparation.CaseIgnore or ValuePreparation.CaseIgnoreList or ValuePreparation.TelephoneNumber => Find("caseIgnoreOrderingMatch"),
        ValuePreparation.CaseExact => Find("caseExactOrderingMatch"),
        ValuePreparation.NumericString => Find("numericStringOrderingMatch"),
        ValuePreparation.WholeNumber => Find("integerOrderingMatch"),
        ValuePreparation.GeneralizedTime => Find("generalizedTimeOrderingMatch"),
        ValuePreparation.Uuid => Find("UUIDOrderingMatch"),
        ValuePreparation.None => Find("octetStringOrderingMatch"),
        _ => null,
    };
}
