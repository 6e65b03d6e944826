using System.Globalization;
using Switchbook.ChangeNotifications;
using Switchbook.Graph;
using Switchbook.Links;

namespace Switchbook.Cli;

/// <summary>A link as it may be shown: everything but its credential.</summary>
internal static class LinkText
{
    /// <summary>The JSON object of one link.</summary>
    public static object Json(Link link, SubscriptionState notifications, DateTimeOffset now)
    {
        var draft = LinkDraft.Of(link);
        return new
        {
            draft.Name,
            link.Order,
            draft.TenantId,
            draft.ClientId,
            draft.Directory,
            draft.GroupId,
            draft.DirectMembersOnly,
            draft.NameField,
            draft.NumberFields,
            draft.Audience,
            draft.Guards,
            draft.Cloud,
            LoginEndpoint = link.Endpoints.Login.AbsoluteUri,
            GraphEndpoint = link.Endpoints.Graph.AbsoluteUri,
            Resync = link.Resync.ToString("c", CultureInfo.InvariantCulture),
            ResyncLeast = link.LeastResync?.ToString("c", CultureInfo.InvariantCulture),
            draft.Region,
            Notifications = notifications,
            Credential = CredentialState.Of(link, link.Credential, now),
            EarlierCredential = CredentialState.Of(link, link.EarlierCredential, now),
        };
    }

    /// <summary>How often it runs.</summary>
    public static string Resync(Link link) => link.LeastResync is { } least
        ? string.Create(CultureInfo.InvariantCulture, $"{least:c} after a change, up to {link.Resync:c} while nothing changes")
        : link.Resync.ToString("c", CultureInfo.InvariantCulture);

    /// <summary>Whether Microsoft tells of changes.</summary>
    public static string Notifications(SubscriptionState state) => state switch
    {
        { Wanted: false } => "not told of changes",
        { Until: { } until } => string.Create(CultureInfo.InvariantCulture, $"told of changes, arranged until {until.UtcDateTime:yyyy-MM-dd}"),
        _ => "to be told of changes, not arranged",
    };

    public static string Scope(Link link) => link.Scope switch
    {
        ReadScope.Group { DirectMembersOnly: true } group => $"Group Directory {group.GroupId} (direct members only)",
        ReadScope.Group group => $"Group Directory {group.GroupId}",
        _ => "Tenant Directory",
    };

    /// <summary>What signs in, and until when.</summary>
    public static string Credential(LinkCredential? credential, DateTimeOffset now) => credential switch
    {
        null => "none",
        { Kind: not (CredentialKinds.Secret or CredentialKinds.Certificate) } => credential.Kind,
        { Ends: { } ends } => string.Create(
            CultureInfo.InvariantCulture, $"{credential.Kind}, ends {ends.UtcDateTime:yyyy-MM-dd}, {DaysLeft(credential.DaysLeft(now)!.Value)}"),
        _ => $"{credential.Kind}, end not known",
    };

    private static string DaysLeft(int days) => days switch
    {
        < 0 => "ended",
        1 => "1 day left",
        _ => string.Create(CultureInfo.InvariantCulture, $"{days} days left"),
    };
}
