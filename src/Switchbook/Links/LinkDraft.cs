using Switchbook.Graph;
using Switchbook.Mapping;

namespace Switchbook.Links;

/// <summary>A link as an administrator typed it, before anything is checked.</summary>
internal sealed record LinkDraft
{
    public string Name { get; init; } = "";

    public string TenantId { get; init; } = "";

    public string ClientId { get; init; } = "";

    /// <summary><c>tenant</c> or <c>group</c>.</summary>
    public string Directory { get; init; } = "tenant";

    public string? GroupId { get; init; }

    public bool DirectMembersOnly { get; init; }

    public string NameField { get; init; } = FieldMapping.DefaultNameField;

    public string NumberFields { get; init; } = FieldMapping.DefaultNumberFields;

    /// <summary>Who is in.</summary>
    public Audience Audience { get; init; } = new();

    public LinkGuards Guards { get; init; } = new();

    public string Cloud { get; init; } = "global";

    public string? LoginEndpoint { get; init; }

    public string? GraphEndpoint { get; init; }

    public TimeSpan Resync { get; init; } = Link.DefaultResync;

    /// <summary>Null for an interval that does not adapt.</summary>
    public TimeSpan? LeastResync { get; init; }

    public bool Notifications { get; init; }

    /// <summary>ISO 3166-1 alpha-2; null for the directory's default.</summary>
    public string? Region { get; init; }

    /// <summary>Certificate authorities as PEM.</summary>
    public string? TrustedAuthorities { get; init; }

    /// <summary>Null keeps the credential that the link has.</summary>
    public CredentialDraft? Credential { get; init; }

    /// <summary>A stored link as its administrator would type it; without its credential, which stays.</summary>
    public static LinkDraft Of(Link link)
    {
        var group = link.Scope as ReadScope.Group;
        var custom = link.Cloud.Equals(CloudEndpoints.CustomName, StringComparison.OrdinalIgnoreCase);
        return new LinkDraft
        {
            Name = link.Name,
            TenantId = link.TenantId,
            ClientId = link.ClientId,
            Directory = group is null ? "tenant" : "group",
            GroupId = group?.GroupId,
            DirectMembersOnly = group?.DirectMembersOnly ?? false,
            NameField = link.Mapping.NameField,
            NumberFields = link.Mapping.NumberFieldsText,
            Audience = link.Audience,
            Guards = link.Guards,
            Cloud = link.Cloud,
            LoginEndpoint = custom ? link.Endpoints.Login.AbsoluteUri : null,
            GraphEndpoint = custom ? link.Endpoints.Graph.AbsoluteUri : null,
            Resync = link.Resync,
            LeastResync = link.LeastResync,
            Notifications = link.Notifications,
            Region = link.Region,
            TrustedAuthorities = link.TrustedAuthorities,
        };
    }
}
