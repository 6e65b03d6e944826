namespace Switchbook.SimulatedTenant;

/// <summary>A subscription on changes of users.</summary>
/// <param name="Id">A GUID.</param>
/// <param name="NotificationUrl">Where notifications go.</param>
/// <param name="Ends">When it ends unless it is renewed.</param>
public sealed record SimulatedSubscription(string Id, Uri NotificationUrl, DateTimeOffset Ends);
