using System.Collections.Immutable;

using Switchbook.Ldap.Controls;
using Switchbook.Ldap.Schema;
using Switchbook.Ldap.Searching;

namespace Switchbook.Ldap.Sessions;

/// <summary>The order to ask the directory for.</summary>
/// <param name="Keys">Empty when none is asked for, or the one that is asked for cannot be.</param>
/// <param name="Outcome">What to tell the client; null when it asked for none.</param>
internal sealed record SortPlan(ImmutableArray<LdapSortKey> Keys, SortOutcome? Outcome)
{
    private static readonly SortPlan None = new([], null);

    public static SortPlan Make(SortControl? control, LdapSchema schema)
    {
        if (control is null)
        {
            return None;
        }

        var keys = ImmutableArray.CreateBuilder<LdapSortKey>(control.Keys.Length);
        foreach (var key in control.Keys)
        {
            if (schema.Find(key.Type.Span) is not { } type)
            {
                return new SortPlan([], new SortOutcome(LdapResultCode.NoSuchAttribute, key.Type));
            }

            var rule = key.Rule is null ? type.Ordering : MatchingRules.Find(key.Rule);
            if (key.Rule is not null && rule is not { Kind: MatchingRuleKind.Ordering })
            {
                // Clients name the equality rule where there is an ordering rule beside it.
                rule = rule is { Kind: MatchingRuleKind.Equality } ? MatchingRules.OrderingFor(rule) : null;
                if (rule is null)
                {
                    return new SortPlan([], new SortOutcome(LdapResultCode.InappropriateMatching, key.Type));
                }
            }

            keys.Add(new LdapSortKey(type, rule, key.Reverse));
        }

        return new SortPlan(keys.DrainToImmutable(), new SortOutcome(LdapResultCode.Success, default));
    }
}
