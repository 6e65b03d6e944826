using System.Text.Json;

namespace Switchbook.ChangeNotifications;

/// <summary>One notification as it came (Graph, "changeNotification resource type"): what it says is not believed yet.</summary>
/// <param name="LifecycleEvent">What happens to the subscription itself; null when users changed.</param>
internal sealed record ChangeNotification(string SubscriptionId, string ClientState, string? LifecycleEvent)
{
    /// <summary>All that a post holds; null when it is none of notifications.</summary>
    public static IReadOnlyList<ChangeNotification>? Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("value", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var notifications = list.EnumerateArray().Select(ReadOne).OfType<ChangeNotification>().ToList();
        return notifications.Count == list.GetArrayLength() ? notifications : null;
    }

    private static ChangeNotification? ReadOne(JsonElement json) =>
        Text(json, "subscriptionId") is { } id ? new(id, Text(json, "clientState") ?? "", Text(json, "lifecycleEvent")) : null;

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
