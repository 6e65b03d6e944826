using System.Globalization;
using System.Text.Json.Nodes;
using Switchbook.ChangeNotifications;
using Switchbook.Graph;
using Switchbook.Links;
using Switchbook.Mapping;
using Switchbook.Synchronization;

namespace Switchbook.Api;

/// <summary>A link's settings without its credential, and how it stands.</summary>
internal sealed record LinkJson
{
    public required string Name { get; init; }

    /// <summary>Precedence from 1: whom several links give stands as the first of them gives.</summary>
    public required int Order { get; init; }

    public required string TenantId { get; init; }

    public required string ClientId { get; init; }

    /// <summary><c>tenant</c> or <c>group</c>.</summary>
    public required string Directory { get; init; }

    public string? GroupId { get; init; }

    public required string NameField { get; init; }

    public required string NumberFields { get; init; }

    /// <summary>Who is in.</summary>
    public required Audience Audience { get; init; }

    public required string Cloud { get; init; }

    /// <summary>From the end of a run to the next, as <c>hh:mm:ss</c>.</summary>
    public required string Resync { get; init; }

    /// <summary>The same after a run that changed something, from which it grows to <see cref="Resync"/>; null where it does not adapt.</summary>
    public string? ResyncLeast { get; init; }

    /// <summary>Whether Microsoft tells the link of changes.</summary>
    public SubscriptionState? Notifications { get; init; }

    public string? Region { get; init; }

    /// <summary>The credential that was given last, how it stands; never the credential itself.</summary>
    public CredentialState? Credential { get; init; }

    /// <summary>The one before it, which signs in until the later one is proven; null when there is none.</summary>
    public CredentialState? EarlierCredential { get; init; }

    public required bool Running { get; init; }

    /// <summary>When the run that is under way asks Microsoft again; null while it does not wait.</summary>
    public DateTimeOffset? WaitingUntil { get; init; }

    public DateTimeOffset? NextRun { get; init; }

    /// <summary>Since when a guard holds the link's runs; null when none is held.</summary>
    public DateTimeOffset? HeldSince { get; init; }

    /// <summary>When runs are held, where it differs from the settings for every link.</summary>
    public required LinkGuards Guards { get; init; }

    public JsonObject? LastRun { get; init; }

    public static LinkJson Of(Link link, LiveRun? run, JsonObject? lastRun, DateTimeOffset now)
    {
        var group = link.Scope as ReadScope.Group;
        return new()
        {
            Name = link.Name,
            Order = link.Order,
            TenantId = link.TenantId,
            ClientId = link.ClientId,
            Directory = group is null ? "tenant" : "group",
            GroupId = group?.GroupId,
            NameField = link.Mapping.NameField,
            NumberFields = link.Mapping.NumberFieldsText,
            Audience = link.Audience,
            Guards = link.Guards,
            Cloud = link.Cloud,
            Resync = link.Resync.ToString("c", CultureInfo.InvariantCulture),
            ResyncLeast = link.LeastResync?.ToString("c", CultureInfo.InvariantCulture),
            Region = link.Region,
            Credential = CredentialState.Of(link, link.Credential, now),
            EarlierCredential = CredentialState.Of(link, link.EarlierCredential, now),
            Running = run is not null,
            WaitingUntil = run?.Progress?.WaitingUntil,
            LastRun = lastRun,
        };
    }
}
