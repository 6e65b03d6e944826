using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Switchbook.Access.Clients;

/// <summary>The clients as they stood at one moment, and the passwords that were found right since.</summary>
internal sealed class ClientTable(IReadOnlyList<Client> clients)
{
    private static readonly byte[] CacheKey = RandomNumberGenerator.GetBytes(32);

    /// <summary>Checked for names that do not exist, so that these take as long as wrong passwords.</summary>
    private static readonly Lazy<string> NobodysHash = new(() => ClientSecrets.Hash(ClientSecrets.Make()));

    private readonly FrozenDictionary<string, Client> _byName =
        clients.ToFrozenDictionary(client => client.Name, StringComparer.OrdinalIgnoreCase);

    private readonly FrozenDictionary<string, Client> _byToken = clients.Where(client => client.TokenHash is not null)
        .ToFrozenDictionary(client => Convert.ToHexString(client.TokenHash!), StringComparer.Ordinal);

    private readonly FrozenDictionary<string, Client> _byCertificate = clients.Where(client => client.CertificateHash is not null)
        .ToFrozenDictionary(client => Convert.ToHexString(client.CertificateHash!), StringComparer.Ordinal);

    private readonly ImmutableArray<Client> _byAddress = [.. clients.Where(client => client.IsKnownByAddress)];

    // The slow hash is for whoever steals the database; phones bind for every key pressed.
    private readonly ConcurrentDictionary<string, byte[]> _proven = new(StringComparer.OrdinalIgnoreCase);

    public static ClientTable Empty { get; } = new([]);

    public int Count => _byName.Count;

    /// <summary>Whether any client may prove its password by DIGEST-MD5.</summary>
    public bool HasDigests { get; } = clients.Any(client => client.DigestSecret is not null);

    /// <summary>Whether any client shows a certificate.</summary>
    public bool HasCertificates => _byCertificate.Count > 0;

    public Client? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The client that needs to show no more than its address.</summary>
    public Client? AtAddress(IPAddress address) => _byAddress.FirstOrDefault(client => client.MayComeFrom(address));

    public Client? WithToken(string token, IPAddress address) =>
        _byToken.GetValueOrDefault(Convert.ToHexString(ClientSecrets.HashToken(token))) is { } client && client.MayComeFrom(address) ? client : null;

    /// <param name="certificate">One whose key the peer proved to have, by TLS.</param>
    /// <param name="address">Where it comes from.</param>
    /// <param name="now">A certificate counts from its first day to its last.</param>
    public Client? WithCertificate(X509Certificate2 certificate, IPAddress address, DateTimeOffset now) =>
        now >= new DateTimeOffset(certificate.NotBefore) && now <= new DateTimeOffset(certificate.NotAfter)
        && _byCertificate.GetValueOrDefault(Convert.ToHexString(ClientSecrets.HashCertificate(certificate))) is { } client
        && client.MayComeFrom(address) ? client : null;

    /// <summary>Whether a name and a password were found right before, so that <see cref="WithPassword"/> takes no time.</summary>
    public bool IsProven(string name, string password) =>
        _proven.TryGetValue(name, out var proven)
        && CryptographicOperations.FixedTimeEquals(proven, HMACSHA256.HashData(CacheKey, Encoding.UTF8.GetBytes(password)));

    /// <summary>Takes about as long for a name that does not exist as for a wrong password.</summary>
    public Client? WithPassword(string name, string password, IPAddress address)
    {
        var client = Find(name);
        var mark = HMACSHA256.HashData(CacheKey, Encoding.UTF8.GetBytes(password));
        var isRight = (client is not null && _proven.TryGetValue(name, out var proven) && CryptographicOperations.FixedTimeEquals(proven, mark))
            || ClientSecrets.Verify(client?.PasswordHash ?? NobodysHash.Value, password);
        if (!isRight || client?.PasswordHash is null)
        {
            return null;
        }

        _proven[name] = mark;
        return client.MayComeFrom(address) ? client : null;
    }
}
