using Switchbook.Storage.Auditing;

namespace Switchbook.Storage;

/// <summary>A link as it is stored; its credential only under Data Protection.</summary>
[Audited("link")]
internal sealed class LinkRow
{
    public int Id { get; set; }

    /// <summary>Precedence among links, from 1: whom several links give stands as the lowest gives.</summary>
    public int Order { get; set; }

    public required string Name { get; set; }

    /// <summary>The name in upper case: names are unique whatever their case.</summary>
    [Upkeep]
    public required string NameKey { get; set; }

    public required string TenantId { get; set; }

    public required string ClientId { get; set; }

    public required string Cloud { get; set; }

    public string? LoginEndpoint { get; set; }

    public string? GraphEndpoint { get; set; }

    /// <summary>Further certificate authorities for this link's way to the service, as PEM.</summary>
    public string? TrustedAuthorities { get; set; }

    /// <summary>The group's object ID for a Group Directory; null for a Tenant Directory.</summary>
    public string? GroupId { get; set; }

    public bool DirectMembersOnly { get; set; }

    public required string NameField { get; set; }

    public required string NumberFields { get; set; }

    /// <summary>Who is in, as JSON.</summary>
    public required string Audience { get; set; }

    /// <summary>When a run is held, where it differs from the settings for every link, as JSON.</summary>
    public required string Guards { get; set; }

    public int ResyncSeconds { get; set; }

    /// <summary>Null where the interval does not adapt.</summary>
    public int? LeastResyncSeconds { get; set; }

    /// <summary>Whether Microsoft is to tell of changes.</summary>
    public bool Notifications { get; set; }

    public string? Region { get; set; }

    /// <summary>One, or two while one is being replaced.</summary>
    public List<CredentialRow> Credentials { get; } = [];

    [Upkeep]
    public DateTimeOffset CreatedAt { get; set; }
}
