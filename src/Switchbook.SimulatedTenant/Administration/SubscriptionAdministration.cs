using Switchbook.SimulatedTenant.Subscriptions;

namespace Switchbook.SimulatedTenant.Administration;

/// <summary><c>/_simulation/subscriptions</c>: who is told of changes, and what happens to subscriptions themselves.</summary>
internal sealed class SubscriptionAdministration(Tenant tenant, NotificationSender sender)
{
    private static readonly string[] Events = ["missed", "subscriptionRemoved", "reauthorizationRequired"];

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/_simulation/subscriptions", (HttpContext _) => Results.Json(tenant.Subscriptions.All));
        routes.MapPost("/_simulation/subscriptions/{id}/lifecycle/{lifecycleEvent}", (string id, string lifecycleEvent) =>
            !Events.Contains(lifecycleEvent, StringComparer.Ordinal) ? Results.Text($"An event is one of {string.Join(", ", Events)}.", statusCode: 400)
            : Raise(id, lifecycleEvent) ? Results.NoContent()
            : Results.NotFound());
    }

    /// <summary>Tells the subscriber; a subscription that is removed is gone then.</summary>
    public bool Raise(string id, string lifecycleEvent)
    {
        if (tenant.Subscriptions.Find(id) is not { } subscription)
        {
            return false;
        }

        if (lifecycleEvent == "subscriptionRemoved")
        {
            tenant.Subscriptions.Remove(id);
        }

        sender.TellLifecycle(subscription, lifecycleEvent);
        return true;
    }
}
