using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Switchbook.Access.Clients;

namespace Switchbook.Access;

/// <summary>Closes HTTP connections beyond what is borne, in all and from one other computer, before anything is read from them.</summary>
internal sealed class ConnectionCount(IOptions<AccessOptions> options)
{
    private readonly ConcurrentDictionary<IPAddress, int> _ofAddresses = new();
    private readonly ImmutableArray<IPNetwork> _proxies = options.Value.ReadProxies();
    private int _all;

    public async Task PassAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var address = ClientGate.Plain((connection.RemoteEndPoint as IPEndPoint)?.Address);
        try
        {
            var (all, same) = (Interlocked.Increment(ref _all), _ofAddresses.AddOrUpdate(address, 1, static (_, count) => count + 1));
            if (all > options.Value.MaximumConnections || (same > options.Value.MaximumConnectionsPerAddress && !MayHaveAll(address)))
            {
                connection.Abort(new ConnectionAbortedException("There are too many connections."));
                return;
            }

            await next(connection);
        }
        finally
        {
            Interlocked.Decrement(ref _all);
            if (_ofAddresses.AddOrUpdate(address, 0, static (_, count) => count - 1) == 0)
            {
                _ofAddresses.TryRemove(KeyValuePair.Create(address, 0));
            }
        }
    }

    private bool MayHaveAll(IPAddress address) => IPAddress.IsLoopback(address) || _proxies.Any(proxy => proxy.Contains(address));
}
