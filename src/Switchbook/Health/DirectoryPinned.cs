using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Switchbook.PhoneDirectory;

namespace Switchbook.Health;

/// <summary>Ready, but not as usual, while the directory is rolled back: what runs bring is not served.</summary>
internal sealed class DirectoryPinned(CurrentDirectory directory) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(directory.Snapshot is { IsPinned: true, Version: var version }
            ? HealthCheckResult.Degraded(string.Create(CultureInfo.InvariantCulture, $"The directory is rolled back to version {version}."))
            : HealthCheckResult.Healthy());
}
