using Microsoft.Extensions.Diagnostics.HealthChecks;
using Switchbook.Links;

namespace Switchbook.ChangeNotifications;

/// <summary>Ready, but not as usual, while Microsoft does not tell a link of changes that is to be told: it runs by its interval.</summary>
internal sealed class SubscriptionsArranged(LinkStore links, SubscriptionStore subscriptions) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var arranged = await subscriptions.ListAsync(cancellationToken);
        var untold = (await links.ListAsync(cancellationToken)).FirstOrDefault(link => SubscriptionState.Of(link, arranged.GetValueOrDefault(link.Id)).Problem is not null);
        return untold is null ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"Microsoft does not tell link '{untold.Name}' of changes.");
    }
}
