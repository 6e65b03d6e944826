namespace Switchbook.Graph;

/// <summary>A subscription of this application, as Graph tells it.</summary>
/// <param name="NotificationUrl">Where changes are told; empty when Graph does not say.</param>
internal sealed record GraphSubscription(string Id, string NotificationUrl, DateTimeOffset Ends);
