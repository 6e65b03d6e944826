using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Switchbook.Storage;

namespace Switchbook.ChangeNotifications;

/// <summary>The subscriptions that notifications may name, in memory, and what Microsoft said of them.</summary>
internal sealed class CurrentSubscriptions
{
    private readonly ConcurrentDictionary<int, string> _events = new();
    private volatile FrozenDictionary<string, SubscriptionRow> _known = FrozenDictionary<string, SubscriptionRow>.Empty;

    public void Publish(IEnumerable<SubscriptionRow> rows) =>
        _known = rows.Where(row => row.SubscriptionId is not null).ToFrozenDictionary(row => row.SubscriptionId!, StringComparer.OrdinalIgnoreCase);

    /// <param name="linkId">Whom an accepted notification is for.</param>
    public NotificationResult Check(ChangeNotification notification, out int linkId)
    {
        linkId = 0;
        if (!_known.TryGetValue(notification.SubscriptionId, out var row))
        {
            return NotificationResult.Unknown;
        }

        linkId = row.LinkId;
        return CryptographicOperations.FixedTimeEquals(HashOf(notification.ClientState), row.StateHash)
            ? NotificationResult.Accepted
            : NotificationResult.Forged;
    }

    /// <summary>Keeps what happened to a subscription until it is seen to.</summary>
    public void Note(int linkId, string lifecycleEvent) => _events[linkId] = lifecycleEvent;

    /// <returns>Null when nothing happened.</returns>
    public string? TakeEvent(int linkId) => _events.TryRemove(linkId, out var lifecycleEvent) ? lifecycleEvent : null;

    public static byte[] HashOf(string clientState) => SHA256.HashData(Encoding.UTF8.GetBytes(clientState));
}
