using System.Globalization;
using System.Text.Json;
using Switchbook.SimulatedTenant.Graph;

namespace Switchbook.SimulatedTenant.Subscriptions;

/// <summary>What a subscription on users may be (Graph, "subscription resource type" and "Create subscription").</summary>
internal static class SubscriptionRules
{
    /// <summary>"Subscription lifetime": under 29 days for users.</summary>
    public const int LongestMinutes = 41_760;

    /// <summary>What ends sooner is given this long.</summary>
    public const int ShortestMinutes = 45;

    private const int LongestClientState = 128;

    private static readonly string[] Changes = ["created", "updated", "deleted"];

    /// <exception cref="GraphRefusal">It may not be.</exception>
    public static Subscription Read(JsonElement body, DateTimeOffset now)
    {
        var resource = Text(body, "resource")?.Trim('/');
        if (!string.Equals(resource, "users", StringComparison.OrdinalIgnoreCase))
        {
            throw Invalid($"The simulated tenant has subscriptions on 'users' alone, not on '{resource}'.");
        }

        var changes = Text(body, "changeType") ?? throw Invalid("changeType is a required property for subscription creation.");
        if (changes.Split(',', StringSplitOptions.TrimEntries).Except(Changes, StringComparer.Ordinal).Any())
        {
            throw Invalid($"The changeType '{changes}' is not one of created, updated, deleted.");
        }

        var clientState = Text(body, "clientState");
        return clientState?.Length > LongestClientState
            ? throw Invalid($"clientState must not be longer than {LongestClientState} characters.")
            : new()
            {
                Id = Guid.NewGuid().ToString(),
                Resource = "users",
                ChangeType = changes,
                NotificationUrl = Url(body, "notificationUrl") ?? throw Invalid("notificationUrl is a required property for subscription creation."),
                LifecycleUrl = Url(body, "lifecycleNotificationUrl"),
                ClientState = clientState,
                Ends = Ends(body, now),
            };
    }

    /// <exception cref="GraphRefusal">It is missing, or too late.</exception>
    public static DateTimeOffset Ends(JsonElement body, DateTimeOffset now)
    {
        if (!DateTimeOffset.TryParse(Text(body, "expirationDateTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var ends))
        {
            throw Invalid("expirationDateTime is a required property for subscription creation.");
        }

        return ends > now.AddMinutes(LongestMinutes)
            ? throw new GraphRefusal(400, "ExtensionError", $"Subscription expiration can only be {LongestMinutes} minutes in the future.")
            : ends < now.AddMinutes(ShortestMinutes) ? now.AddMinutes(ShortestMinutes)
            : ends;
    }

    /// <summary>As Graph does, but for http on a loopback address, where no other receiver can be.</summary>
    private static Uri? Url(JsonElement body, string name) =>
        Text(body, name) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)) ? url
        : throw Invalid($"{name} must be an https address.");

    private static string? Text(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static GraphRefusal Invalid(string message) => new(400, "InvalidRequest", message);
}
