using Switchbook.SimulatedTenant;

namespace Switchbook.Tests.Synchronization;

/// <summary>A tenant of three pages and an installation that retries quickly, shared by the whole matrix: starting one takes longest.</summary>
public sealed class FaultMatrixTenant : IAsyncLifetime
{
    private const int People = 60;
    private const int OnPage = 20;

    internal TestInstallation Shared { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Shared = await CreateAsync();

    public ValueTask DisposeAsync() => Shared.DisposeAsync();

    internal static Task<TestInstallation> CreateAsync() => TestInstallation.CreateAsync(
        new SimulationOptions { Users = People, LargestPage = OnPage },
        ("Directory:MaximumEntries", "100000"),
        ("Synchronization:FullEvery", "00:00:00"),
        ("Graph:MaximumRetries", "2"),
        ("Graph:RequestTimeout", "00:00:01"));
}
