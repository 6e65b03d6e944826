using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Switchbook.Graph;

/// <summary>Opens sessions with tenants; keeps what links of one tenant share.</summary>
internal sealed class GraphSessions(
    GraphTransport transport, TokenSources tokens, IOptions<GraphOptions> options, TimeProvider time, Random random, ILogger<GraphSession> logger)
{
    private readonly ConcurrentDictionary<(CloudEndpoints, string Tenant, string Client), ThrottleGate> _gates = new();
    private readonly GraphSurroundings _surroundings = new(time, random, logger);

    /// <summary>A session for one run, which tries again within the limits of <see cref="GraphOptions"/>.</summary>
    public GraphSession Open(TenantConnection connection, bool interactive, IProgress<ReadProgress>? progress)
    {
        var gate = _gates.GetOrAdd((connection.Endpoints, connection.TenantId, connection.ClientId), _ => new());
        return Create(connection, tokens.For(connection), options.Value, interactive, gate, progress);
    }

    /// <summary>A session that fails at the first fault and signs in anew: for Test Connection, which shows things as they are.</summary>
    /// <param name="timeout">The longest time for one request.</param>
    public GraphSession OpenProbe(TenantConnection connection, TokenSource source, TimeSpan timeout)
    {
        var impatient = new GraphOptions { MaximumRetries = 0, RequestTimeout = timeout, MaximumPageBytes = options.Value.MaximumPageBytes };
        return Create(connection, source, impatient, interactive: true, new(), progress: null);
    }

    private GraphSession Create(
        TenantConnection connection,
        TokenSource source,
        GraphOptions limits,
        bool interactive,
        ThrottleGate gate,
        IProgress<ReadProgress>? progress)
    {
        var meter = new ReadMeter(limits.MaximumWait, time, progress);
        return new(
            connection,
            source,
            transport.InvokerFor(connection.TrustedAuthoritiesPem),
            new RetryPolicy(limits, meter, gate, _surroundings),
            new SessionRules(limits.RequestTimeout, interactive, meter, _surroundings));
    }
}
