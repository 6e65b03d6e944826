namespace Switchbook.Ldap.Schema;

/// <summary>What kind of comparison a matching rule makes.</summary>
public enum MatchingRuleKind
{
    Equality,
    Ordering,
    Substrings,
}
