using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Threading.RateLimiting;
using Switchbook.Audit;

namespace Switchbook.Access.Clients;

/// <summary>
/// Says which client asks, at every door alike: by its address, by name and password, or by token. Who guesses too often from
/// one address is not heard for a while.
/// </summary>
internal sealed class ClientGate(AuditNotes notes, TimeProvider time) : IDisposable
{
    /// <summary>Wrong passwords and tokens that one address may send in a <see cref="Window"/>.</summary>
    public const int MostFailures = 20;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<IPAddress> _failures = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = MostFailures, Window = Window, QueueLimit = 0 }));

    private readonly SemaphoreSlim _places = new(Environment.ProcessorCount);

    private volatile ClientTable _clients = ClientTable.Empty;

    /// <summary>Whether anybody from another computer may ask at all.</summary>
    public bool HasClients => _clients.Count > 0;

    /// <summary>Whether any client may prove its password by DIGEST-MD5.</summary>
    public bool HasDigests => _clients.HasDigests;

    /// <summary>Whether any client shows a certificate, so that it is worth asking for one.</summary>
    public bool HasCertificates => _clients.HasCertificates;

    /// <summary>Takes what is known from now on.</summary>
    public void Publish(ClientTable clients) => _clients = clients;

    /// <summary>Whether a client that signed in earlier still stands and may come from there.</summary>
    public bool StillKnows(Client client, IPAddress? address) =>
        _clients.Find(client.Name) is { } now && now.CreatedAt == client.CreatedAt && now.MayComeFrom(Plain(address));

    /// <summary>A client that signed in earlier as it is now.</summary>
    public Client? Now(Client client) => _clients.Find(client.Name);

    public Client? AtAddress(IPAddress? address) => _clients.AtAddress(Plain(address));

    /// <summary>
    /// A password that was not proven before takes a slow hash, on a thread of its own: on a computer with one core the pool has one
    /// thread at first, and adds another only after a quarter of a second. No more are hashed at once than there are cores, so that of a
    /// thousand guesses that come together those behind the first <see cref="MostFailures"/> are refused before they cost anything.
    /// </summary>
    /// <returns>Null when the name, the password or the address is wrong, or the address guessed too often.</returns>
    public async ValueTask<Client?> WithPasswordAsync(string name, string password, IPAddress? address)
    {
        if (_clients.IsProven(name, password))
        {
            return Find();
        }

        await _places.WaitAsync(CancellationToken.None);
        try
        {
            return await Task.Factory.StartNew(Find, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            _places.Release();
        }

        Client? Find() => Guarded(name, Plain(address), from => _clients.WithPassword(name, password, from));
    }

    /// <returns>Null when the token or the address is wrong, or the address guessed too often.</returns>
    public Client? WithToken(string token, IPAddress? address) =>
        Guarded(null, Plain(address), from => _clients.WithToken(token, from));

    /// <param name="certificate">One whose key the peer proved to have, by TLS.</param>
    /// <param name="address">Where it comes from.</param>
    public Client? WithCertificate(X509Certificate2 certificate, IPAddress? address) =>
        _clients.WithCertificate(certificate, Plain(address), time.GetUtcNow());

    /// <summary>The client that a DIGEST-MD5 exchange names, as it is written there; its secret is not proven yet.</summary>
    public Client? ToProveByDigest(string name, IPAddress? address)
    {
        var from = Plain(address);
        using var mayTry = _failures.AttemptAcquire(from, permitCount: 0);
        return mayTry.IsAcquired && _clients.Find(name) is { DigestSecret: not null } client && client.Name == name && client.MayComeFrom(from)
            ? client
            : null;
    }

    /// <summary>Counts a guess that was wrong, and tells the audit record.</summary>
    /// <param name="name">Whom it named; null for a token.</param>
    /// <param name="address">Where it came from.</param>
    public void CountFailure(string? name, IPAddress? address)
    {
        var from = Plain(address);
        _failures.AttemptAcquire(from).Dispose();
        notes.Refused("client.refused", name is null ? "" : _clients.Find(name)?.Name ?? "", from);
    }

    /// <summary>An IPv4 address as itself, also where it comes over an IPv6 socket.</summary>
    public static IPAddress Plain(IPAddress? address) =>
        address is null ? IPAddress.None : address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    public void Dispose()
    {
        _failures.Dispose();
        _places.Dispose();
    }

    private Client? Guarded(string? name, IPAddress from, Func<IPAddress, Client?> check)
    {
        using var mayTry = _failures.AttemptAcquire(from, permitCount: 0);
        var client = mayTry.IsAcquired ? check(from) : null;
        if (client is null)
        {
            CountFailure(name, from);
        }

        return client;
    }
}
