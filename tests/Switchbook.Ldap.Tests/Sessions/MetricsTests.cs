using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

using Microsoft.Extensions.DependencyInjection;

using Switchbook.Ldap.Tests.Support;

namespace Switchbook.Ldap.Tests.Sessions;

/// <summary>What the server counts.</summary>
public sealed class MetricsTests
{
    [Fact]
    public async Task Operations_entries_and_connections_are_counted()
    {
        await using var server = await TestServer.StartAsync();
        var factory = server.Services.GetRequiredService<IMeterFactory>();
        var counted = new ConcurrentDictionary<string, double>(StringComparer.Ordinal);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Scope == factory)
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => counted.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) =>
            counted.AddOrUpdate($"{instrument.Name} {tags[0].Value} {tags[1].Value}", 1, (_, sum) => sum + 1));
        listener.Start();

        using var client = await RawClient.ConnectAsync(server.Port);
        await client.AskAsync(RawClient.Bind(1));
        await client.FindAsync(RawClient.Search(2, "(objectClass=person)", sizeLimit: 50));
        await client.SendAsync([0]);
        await client.ReadAsync();

        Assert.Equal(1, counted["ldap.server.operation.duration bind 0"]);
        Assert.Equal(1, counted["ldap.server.operation.duration search 4"]);
        Assert.Equal(50, counted["ldap.server.entries"]);
        Assert.Equal(1, counted["ldap.server.disconnections"]);
        Assert.True(counted.ContainsKey("ldap.server.connections"));
    }
}
