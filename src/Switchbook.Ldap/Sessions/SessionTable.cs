using System.Collections.Concurrent;
using System.Net;

using Microsoft.Extensions.Options;

using Switchbook.Ldap.Hosting;

namespace Switchbook.Ldap.Sessions;

/// <summary>The connections that are open: counts them, in all and for each address, and ends those that are overdue.</summary>
internal sealed class SessionTable : IAsyncDisposable
{
    private static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<LdapSession, bool> _sessions = new();
    private readonly Dictionary<IPAddress, int> _byAddress = [];
    private readonly Lock _lock = new();
    private readonly LdapServerOptions _options;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private int _count;

    public SessionTable(IOptions<LdapServerOptions> options, TimeProvider time)
    {
        _options = options.Value;
        _time = time;
        _timer = time.CreateTimer(_ => EndOverdue(), null, CheckInterval, CheckInterval);
    }

    /// <summary>Takes a place for a connection; false when there is none left.</summary>
    public bool TryEnter(EndPoint? remote)
    {
        var address = AddressOf(remote);
        lock (_lock)
        {
            var same = _byAddress.GetValueOrDefault(address);
            if (_count >= _options.MaximumConnections || same >= _options.MaximumConnectionsPerAddress)
            {
                return false;
            }

            _count++;
            _byAddress[address] = same + 1;
            return true;
        }
    }

    /// <summary>Gives a place back.</summary>
    public void Leave(EndPoint? remote)
    {
        var address = AddressOf(remote);
        lock (_lock)
        {
            _count--;
            if (--_byAddress[address] == 0)
            {
                _byAddress.Remove(address);
            }
        }
    }

    public void Add(LdapSession session) => _sessions[session] = true;

    public void Remove(LdapSession session) => _sessions.TryRemove(session, out _);

    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private static IPAddress AddressOf(EndPoint? remote) => (remote as IPEndPoint)?.Address ?? IPAddress.None;

    private void EndOverdue()
    {
        var now = _time.GetTimestamp();
        foreach (var (session, _) in _sessions)
        {
            if (session.Overdue(now) is { } reason)
            {
                session.Abort(reason);
            }
        }
    }
}
