using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Switchbook.Access.Clients;

namespace Switchbook.Access;

/// <summary>
/// How often another computer, and a client wherever it is, may ask at all doors together. It is counted before anything is looked
/// up, so that a flood costs next to nothing; this computer may ask as often as it likes.
/// </summary>
internal sealed class RequestRates(IOptions<AccessOptions> options) : IDisposable
{
    /// <summary>Phones ask in bursts: all of them when the shift begins.</summary>
    public const int BurstSeconds = 5;

    private const int NetworkOctets = 8;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<IPAddress> _addresses =
        PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => Bucket(NetworkOf(address), options.Value.RequestsPerSecond));

    private readonly PartitionedRateLimiter<Client> _clients = PartitionedRateLimiter.Create<Client, (string Name, int Rate)>(client =>
        client.RequestsPerSecond is { } rate ? Bucket((client.Name, rate), rate) : RateLimitPartition.GetNoLimiter((client.Name, 0)));

    public bool MayAsk(IPAddress address) => IPAddress.IsLoopback(address) || Take(_addresses, address);

    public bool MayAsk(Client client) => Take(_clients, client);

    public void Dispose()
    {
        _addresses.Dispose();
        _clients.Dispose();
    }

    private static bool Take<T>(PartitionedRateLimiter<T> limiter, T who)
    {
        using var lease = limiter.AttemptAcquire(who);
        return lease.IsAcquired;
    }

    private static RateLimitPartition<TKey> Bucket<TKey>(TKey key, int rate) => RateLimitPartition.GetTokenBucketLimiter(
        key,
        _ => new() { TokenLimit = rate * BurstSeconds, TokensPerPeriod = rate, ReplenishmentPeriod = Second, QueueLimit = 0 });

    /// <summary>Whoever has an IPv6 network has all of its addresses.</summary>
    private static IPAddress NetworkOf(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var octets = address.GetAddressBytes();
        octets.AsSpan(NetworkOctets).Clear();
        return new(octets);
    }
}
