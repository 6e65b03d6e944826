using Switchbook.SimulatedTenant;

namespace Switchbook.Tests.Synchronization;

/// <summary>A tenant of three pages and an installation that retries quickly, shared by the whole matrix: starting one takes longest.</summary>
public sealed class FaultMatrixTenant : IAsyncLifetime
{
    private const int Pages = 3;
    private const int People = ((Pages - 1) * 999) + 100;

    internal TestInstallation Shared { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Shared = await CreateAsync();

    public ValueTask DisposeAsync() => Shared.DisposeAsync();

    internal static Task<TestInstallation> CreateAsync() => TestInstallation.CreateAsync(
        new SimulationOptions { Users = People },
        ("Directory:MaximumEntries", "100000"),
        ("Synchronization:FullEvery", "00:00:00"),
        ("Graph:MaximumRetries", "2"),
        ("Graph:RequestTimeout", "00:00:01"));
}
