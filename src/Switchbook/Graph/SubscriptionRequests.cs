using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Switchbook.Graph;

/// <summary>
/// Arranges that Graph tells when users change (Graph, "subscription resource type"). It needs no permission beyond that to
/// read them.
/// </summary>
internal static class SubscriptionRequests
{
    /// <summary>Graph allows 41,760 minutes for users, a day more.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(28);

    /// <summary>People who are added are told as updated, those in the recycle bin too (Graph, "changeType").</summary>
    private const string Changes = "updated,deleted";

    /// <exception cref="RequestFailedException">Graph refuses, or cannot reach the address.</exception>
    public static Task<GraphSubscription> CreateAsync(
        GraphSession session, Uri notificationUrl, string clientState, DateTimeOffset ends, CancellationToken cancellationToken) =>
        session.AskAsync(
            new(HttpMethod.Post, Address(session), Json: new JsonObject
            {
                ["changeType"] = Changes,
                ["notificationUrl"] = notificationUrl.AbsoluteUri,
                ["lifecycleNotificationUrl"] = notificationUrl.AbsoluteUri,
                ["resource"] = "users",
                ["expirationDateTime"] = Time(ends),
                ["clientState"] = clientState,
                ["latestSupportedTlsVersion"] = "v1_2",
            }.ToJsonString()),
            ReadOneAsync,
            cancellationToken);

    /// <exception cref="RequestFailedException">Graph refuses, or does not know it.</exception>
    public static Task<GraphSubscription> RenewAsync(GraphSession session, string id, DateTimeOffset ends, CancellationToken cancellationToken) =>
        session.AskAsync(
            new(HttpMethod.Patch, Address(session, id), Json: new JsonObject { ["expirationDateTime"] = Time(ends) }.ToJsonString()),
            ReadOneAsync,
            cancellationToken);

    /// <summary>The first page, which holds more than an application may have in a tenant.</summary>
    /// <exception cref="RequestFailedException">Graph did not answer.</exception>
    public static Task<IReadOnlyList<GraphSubscription>> ListAsync(GraphSession session, CancellationToken cancellationToken) =>
        session.AskAsync(new(HttpMethod.Get, Address(session)), ReadListAsync, cancellationToken);

    /// <exception cref="RequestFailedException">Graph refuses, or does not know it.</exception>
    public static Task RemoveAsync(GraphSession session, string id, CancellationToken cancellationToken) =>
        session.AskAsync(new(HttpMethod.Delete, Address(session, id)), (_, _) => Task.FromResult(true), cancellationToken);

    private static Uri Address(GraphSession session, string? id = null) => GraphQueries.Subscriptions(session.Connection.Endpoints, id);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static async Task<GraphSubscription> ReadOneAsync(Stream body, CancellationToken cancellationToken)
    {
        using var answer = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
        return Read(answer.RootElement) ?? throw new JsonException("The answer is no subscription.");
    }

    private static async Task<IReadOnlyList<GraphSubscription>> ReadListAsync(Stream body, CancellationToken cancellationToken)
    {
        using var answer = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
        return answer.RootElement.ValueKind == JsonValueKind.Object
            && answer.RootElement.TryGetProperty("value", out var list)
            && list.ValueKind == JsonValueKind.Array
                ? [.. list.EnumerateArray().Select(Read).OfType<GraphSubscription>()]
                : throw new JsonException("The answer has no list.");
    }

    private static GraphSubscription? Read(JsonElement json) =>
        Text(json, "id") is { } id
        && DateTimeOffset.TryParse(Text(json, "expirationDateTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var ends)
            ? new(id, Text(json, "notificationUrl") ?? "", ends)
            : null;

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
