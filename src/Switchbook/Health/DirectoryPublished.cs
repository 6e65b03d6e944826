using Microsoft.Extensions.Diagnostics.HealthChecks;
using Switchbook.PhoneDirectory;

namespace Switchbook.Health;

/// <summary>Ready once there is a directory to answer from, be it an empty one that was read from the store.</summary>
internal sealed class DirectoryPublished(CurrentDirectory directory) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(ReferenceEquals(directory.Snapshot, DirectorySnapshot.Empty)
            ? HealthCheckResult.Unhealthy("The directory is not loaded yet.")
            : HealthCheckResult.Healthy());
}
