using System.Collections.Immutable;
using Switchbook.Graph;
using Switchbook.Mapping;

namespace Switchbook.Links;

/// <summary>One configured connection to a directory service; every value has been checked.</summary>
internal sealed record Link
{
    public static readonly TimeSpan DefaultResync = TimeSpan.FromHours(1);
    public static readonly TimeSpan ShortestResync = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan LongestResync = TimeSpan.FromDays(7);

    /// <summary>The ID of a link that is tried before it is stored; none that is stored has it.</summary>
    public const int NotStored = -1;

    /// <summary>Zero until the link is stored.</summary>
    public int Id { get; init; }

    /// <summary>Precedence from 1, without gaps: whom several links give stands as the first of them gives.</summary>
    public int Order { get; init; }

    /// <summary>The configuration name, unique whatever its case.</summary>
    public required string Name { get; init; }

    public required string TenantId { get; init; }

    public required string ClientId { get; init; }

    public required string Cloud { get; init; }

    public required CloudEndpoints Endpoints { get; init; }

    public required ReadScope Scope { get; init; }

    public required FieldMapping Mapping { get; init; }

    public required Audience Audience { get; init; }

    public LinkGuards Guards { get; init; } = new();

    /// <summary>From the end of a run to the start of the next.</summary>
    public required TimeSpan Resync { get; init; }

    /// <summary>The same after a run that changed something, from which it grows to <see cref="Resync"/>; null where it does not adapt.</summary>
    public TimeSpan? LeastResync { get; init; }

    /// <summary>Whether Microsoft is to tell of changes, so that a run comes soon after them.</summary>
    public bool Notifications { get; init; }

    public string? Region { get; init; }

    public string? TrustedAuthorities { get; init; }

    /// <summary>The credential that was given last, which is tried first; null until the link is stored.</summary>
    public LinkCredential? Credential { get; init; }

    /// <summary>The one before it, which still signs in until the new one is proven; null when there is none.</summary>
    public LinkCredential? EarlierCredential { get; init; }

    public ContentRules Rules => new(Mapping, Audience);

    /// <summary>The rules for contacts, who have no plan and none of the attributes of users.</summary>
    public ContentRules ContactRules => Rules with { Audience = Audience with { TeamsOnly = false, ResourceAccounts = false, Attribute = "" } };

    private ReadScope.MailboxContacts MailboxScope =>
        new(Audience.MailboxContacts, Audience.ContactFolder.Length > 0 ? Audience.ContactFolder : null);

    /// <summary>What a run reads beside the people in the scope.</summary>
    public ImmutableArray<ReadScope> Beside =>
    [
        .. Audience.Values(Audience.ExcludedGroups).Select(group => new ReadScope.Group(group, DirectMembersOnly: false)),
        .. (ReadOnlySpan<ReadScope>)(Rules.UsesTeams ? [new ReadScope.Teams()] : []),
        .. (ReadOnlySpan<ReadScope>)(Audience.OrganizationContacts ? [new ReadScope.OrganizationContacts()] : []),
        .. (ReadOnlySpan<ReadScope>)(Audience.MailboxContacts.Length > 0 ? [MailboxScope] : []),
    ];

    /// <summary>What a run asks of Graph.</summary>
    public ReadRequest Request(bool interactive) => new()
    {
        Scope = Scope,
        Properties = Rules.Properties,
        Filter = Audience.Filter.Length > 0 ? Audience.Filter : null,
        Interactive = interactive,
        Beside = Beside,
    };

    /// <summary>The credential that signs in, as far as is known: the later one that ever did, else the one given last.</summary>
    public LinkCredential? CredentialInUse => Credential?.ProvenAt is null && EarlierCredential?.ProvenAt is not null ? EarlierCredential : Credential;

    /// <summary>Whether a run of <paramref name="other"/> would ask the same, whatever was learnt of the link meanwhile.</summary>
    public bool AsksTheSameAs(Link other) =>
        Credential?.Id == other.Credential?.Id
        && this with { Order = 0, Credential = null, EarlierCredential = null }
            == other with { Order = 0, Credential = null, EarlierCredential = null };
}
