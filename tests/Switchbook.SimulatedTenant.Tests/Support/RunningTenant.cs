namespace Switchbook.SimulatedTenant.Tests.Support;

/// <summary>A tenant of 2,500 people that the tests of a class share; faults are cleared by the test that sets them.</summary>
public sealed class RunningTenant : IAsyncLifetime
{
    internal Simulation Simulation { get; private set; } = null!;

    internal TenantClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Simulation = await Simulation.StartAsync(new SimulationOptions { Users = 2500 }, TestContext.Current.CancellationToken);
        Client = new TenantClient(Simulation);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Simulation.DisposeAsync();
    }
}
