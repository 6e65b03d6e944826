using Switchbook.Access.Operators;

namespace Switchbook.Tests.Access;

/// <summary>One server for many tests, with an operator of each role, named for it.</summary>
public sealed class MannedServer : IAsyncLifetime
{
    public ServerHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await ServerHost.StartAsync();
        foreach (var role in Enum.GetValues<OperatorRole>())
        {
            await Host.AddAsync(role.ToString(), role);
        }
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
