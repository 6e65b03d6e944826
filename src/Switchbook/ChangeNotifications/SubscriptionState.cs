using System.Text.Json;
using Switchbook.Links;
using Switchbook.Problems;
using Switchbook.Storage;

namespace Switchbook.ChangeNotifications;

/// <summary>Whether a link is told of changes, for pages and programs.</summary>
/// <param name="Wanted">Whether it is to be.</param>
/// <param name="Until">Until when that is arranged; null while it is not.</param>
/// <param name="Problem">Why it is not, or cannot be renewed; null when all is well.</param>
internal sealed record SubscriptionState(bool Wanted, DateTimeOffset? Until, Problem? Problem)
{
    public static SubscriptionState Of(Link link, SubscriptionRow? row) => new(
        link.Notifications,
        row?.SubscriptionId is null ? null : row.Ends,
        row?.Problem is { } problem ? JsonSerializer.Deserialize<Problem>(problem) : null);
}
