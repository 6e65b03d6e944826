using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Switchbook.Ldap.Sessions;

/// <summary>What the server counts, under the meter <c>Switchbook.Ldap</c>; costs next to nothing while nobody listens.</summary>
internal sealed class LdapMetrics : IDisposable
{
    public const string MeterName = "Switchbook.Ldap";

    private readonly Meter _meter;
    private readonly TimeProvider _time;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _entries;
    private readonly UpDownCounter<long> _connections;
    private readonly Counter<long> _refused;

    public LdapMetrics(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        _meter = meters.Create(MeterName);
        _duration = _meter.CreateHistogram<double>("ldap.server.operation.duration", "s", "How long operations took, by kind and result.");
        _entries = _meter.CreateCounter<long>("ldap.server.entries", "{entry}", "Entries sent.");
        _connections = _meter.CreateUpDownCounter<long>("ldap.server.connections", "{connection}", "Connections that are open.");
        _refused = _meter.CreateCounter<long>("ldap.server.disconnections", "{connection}", "Connections that the server ended, by reason.");
    }

    /// <summary>The time before an operation, for <see cref="Done"/>; 0 while nobody listens.</summary>
    public long Start() => _duration.Enabled ? _time.GetTimestamp() : 0;

    /// <summary>Counts an operation that is done.</summary>
    public void Done(long start, string operation, LdapResultCode code)
    {
        if (start != 0)
        {
            _duration.Record(
                _time.GetElapsedTime(start).TotalSeconds,
                new TagList { { "operation", operation }, { "result", (int)code } });
        }
    }

    public void Sent(int entries) => _entries.Add(entries);

    public void Opened() => _connections.Add(1);

    public void Closed() => _connections.Add(-1);

    public void Disconnected(string reason) => _refused.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public void Dispose() => _meter.Dispose();
}
