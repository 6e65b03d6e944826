using Switchbook.Ldap.Schema;

namespace Switchbook.Ldap.Searching;

/// <summary>One key of a wished order (RFC 2891).</summary>
/// <param name="Type">The attribute to order by; an entry without it comes last, or first in reverse order.</param>
/// <param name="Rule">
/// The ordering rule: the client's, else the attribute's own, else the one its equality rule suggests; null when none fits, which
/// means octet order.
/// </param>
/// <param name="Reverse">From the greatest value to the least.</param>
public sealed record LdapSortKey(AttributeType Type, MatchingRule? Rule, bool Reverse)
{
    /// <summary>How values are made ready: numbers as their own rule has it, so that blanks in them do not count.</summary>
    public ValuePreparation Preparation => Type.Equality?.Preparation is ValuePreparation.TelephoneNumber or ValuePreparation.NumericString
        ? Type.Equality.Preparation
        : Rule?.Preparation ?? ValuePreparation.None;
}
