using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Switchbook.Notices;

/// <summary>Ready, but not as usual, while a notice could not be delivered: then nobody may know of what else is wrong.</summary>
internal sealed class NoticesDelivered(NoticeStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await store.StuckAsync(cancellationToken) is [var stuck, ..]
            ? HealthCheckResult.Degraded(string.Create(CultureInfo.InvariantCulture, $"A notice could not be delivered by the {stuck.Target} (tries so far: {stuck.Tries})."))
            : HealthCheckResult.Healthy();
}
