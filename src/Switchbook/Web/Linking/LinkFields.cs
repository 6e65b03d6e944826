using Switchbook.Links;
using Switchbook.Mapping;

namespace Switchbook.Web.Linking;

/// <summary>What stands in the form of a link while somebody types; public because component parameters must be.</summary>
public sealed class LinkFields
{
    public string Name { get; set; } = "";

    public string TenantId { get; set; } = "";

    public string ClientId { get; set; } = "";

    /// <summary><c>tenant</c> or <c>group</c>.</summary>
    public string Directory { get; set; } = "tenant";

    public string GroupId { get; set; } = "";

    public bool DirectMembersOnly { get; set; }

    /// <summary>One of <see cref="CredentialKinds"/>.</summary>
    public string CredentialKind { get; set; } = CredentialKinds.Secret;

    /// <summary>The kind of the credential that the link has; null when it has none.</summary>
    public string? StoredKind { get; init; }

    /// <summary>Empty keeps the secret that the link has.</summary>
    public string Secret { get; set; } = "";

    /// <summary>Null keeps the certificate that the link has.</summary>
    public byte[]? Certificate { get; set; }

    /// <summary>Of the certificate's file; empty for none.</summary>
    public string CertificatePassword { get; set; } = "";

    /// <summary>For a workload identity; empty for the file that the platform names.</summary>
    public string TokenFile { get; set; } = "";

    public DateOnly? CredentialEnds { get; set; }

    public string NameField { get; set; } = new LinkDraft().NameField;

    public string NumberFields { get; set; } = new LinkDraft().NumberFields;

    /// <summary>Who is in; set on the command line so far, and kept.</summary>
    internal Audience Audience { get; set; } = new();

    /// <summary>When its runs are held; set on the command line so far, and kept.</summary>
    internal LinkGuards Guards { get; set; } = new();

    public int ResyncSeconds { get; set; } = (int)Link.DefaultResync.TotalSeconds;

    /// <summary>Null for an interval that does not adapt.</summary>
    public int? LeastResyncSeconds { get; set; }

    public bool Notifications { get; set; }

    public string Region { get; set; } = "";

    public string Cloud { get; set; } = "global";

    public string LoginEndpoint { get; set; } = "";

    public string GraphEndpoint { get; set; } = "";

    public string TrustedAuthorities { get; set; } = "";

    internal static LinkFields Of(Link link)
    {
        var draft = LinkDraft.Of(link);
        return new()
        {
            Name = draft.Name,
            TenantId = draft.TenantId,
            ClientId = draft.ClientId,
            Directory = draft.Directory,
            GroupId = draft.GroupId ?? "",
            DirectMembersOnly = draft.DirectMembersOnly,
            CredentialKind = link.Credential?.Kind ?? CredentialKinds.Secret,
            StoredKind = link.Credential?.Kind,
            CredentialEnds = link.Credential?.Ends is { } ends ? DateOnly.FromDateTime(ends.UtcDateTime) : null,
            NameField = draft.NameField,
            NumberFields = draft.NumberFields,
            Audience = draft.Audience,
            Guards = draft.Guards,
            ResyncSeconds = (int)draft.Resync.TotalSeconds,
            LeastResyncSeconds = (int?)draft.LeastResync?.TotalSeconds,
            Notifications = draft.Notifications,
            Region = draft.Region ?? "",
            Cloud = draft.Cloud.ToLowerInvariant(),
            LoginEndpoint = draft.LoginEndpoint ?? "",
            GraphEndpoint = draft.GraphEndpoint ?? "",
            TrustedAuthorities = draft.TrustedAuthorities ?? "",
        };
    }

    internal LinkDraft ToDraft() => new()
    {
        Name = Name,
        TenantId = TenantId,
        ClientId = ClientId,
        Directory = Directory,
        GroupId = Directory == "group" ? GroupId : null,
        DirectMembersOnly = Directory == "group" && DirectMembersOnly,
        NameField = NameField,
        NumberFields = NumberFields,
        Audience = Audience,
        Guards = Guards,
        Cloud = Cloud,
        LoginEndpoint = Cloud == "custom" ? LoginEndpoint : null,
        GraphEndpoint = Cloud == "custom" ? GraphEndpoint : null,
        Resync = TimeSpan.FromSeconds(ResyncSeconds),
        LeastResync = LeastResyncSeconds is { } least ? TimeSpan.FromSeconds(least) : null,
        Notifications = Notifications,
        Region = Region,
        TrustedAuthorities = TrustedAuthorities,
        Credential = Credential,
    };

    private DateTimeOffset? Ends => CredentialEnds is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;

    private CredentialDraft? Credential => CredentialKind switch
    {
        CredentialKinds.Secret when Secret.Length > 0 => new CredentialDraft.Secret(Secret) { Ends = Ends },
        CredentialKinds.Certificate when Certificate is not null =>
            new CredentialDraft.Certificate(Certificate, CertificatePassword.Length == 0 ? null : CertificatePassword),
        CredentialKinds.ManagedIdentity => new CredentialDraft.ManagedIdentity(OfUser: false),
        CredentialKinds.UserManagedIdentity => new CredentialDraft.ManagedIdentity(OfUser: true),
        CredentialKinds.WorkloadIdentity => new CredentialDraft.WorkloadIdentity(TokenFile.Length == 0 ? null : TokenFile),
        _ when StoredKind == CredentialKind && Ends is not null => new CredentialDraft.Kept { Ends = Ends },
        _ => null,
    };
}
