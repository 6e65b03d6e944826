using Switchbook.Ldap.Controls;
using Switchbook.Ldap.Searching;

namespace Switchbook.Ldap.Sessions;

/// <summary>A search that is ready to be answered.</summary>
internal sealed record SearchPlan
{
    /// <summary>What the answer ends with if nothing stops it; with <see cref="Entries"/> null it is the whole answer.</summary>
    public LdapResult Result { get; init; } = LdapResult.Success;

    /// <summary>The entries, standing before the first one to send; null when there are none.</summary>
    public LdapEntrySet? Entries { get; init; }

    public bool TypesOnly { get; init; }

    /// <summary>Entries to send at most.</summary>
    public int Limit { get; init; } = int.MaxValue;

    /// <summary>What the answer ends with when there are more entries than <see cref="Limit"/>.</summary>
    public LdapResult OverLimit { get; init; } = new(LdapResultCode.SizeLimitExceeded);

    /// <summary>The mark that paging cookies of this search carry; null when it is not paged.</summary>
    public ulong? PagingMark { get; init; }

    /// <summary>The entries of earlier pages.</summary>
    public int SentBefore { get; init; }

    public MatchedValues? MatchedValues { get; init; }

    public ResponseControls Controls { get; init; } = ResponseControls.None;

    public static SearchPlan Refuse(LdapResult result) => new() { Result = result };

    public static SearchPlan Refuse(LdapResultCode code, string message) => Refuse(new LdapResult(code, message));
}
