using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Switchbook.Graph;

/// <summary>Keeps one <see cref="TokenSource"/> an application and tenant, so that a run within the hour signs in once.</summary>
internal sealed class TokenSources(GraphTransport transport, IOptions<GraphOptions> options, TimeProvider time)
{
    private readonly ConcurrentDictionary<(CloudEndpoints, string Tenant, string Client), Kept> _kept = new();

    /// <summary>The kept source; another credential of the same application replaces it.</summary>
    public TokenSource For(TenantConnection connection) =>
        _kept.AddOrUpdate(
            (connection.Endpoints, connection.TenantId, connection.ClientId),
            _ => new(connection, New(connection)),
            (_, kept) => kept.Connection == connection ? kept : new(connection, New(connection))).Source;

    /// <summary>A source that remembers nothing, for Test Connection.</summary>
    public TokenSource New(TenantConnection connection) =>
        new(connection, transport.For(connection.TrustedAuthoritiesPem), options.Value, time);

    private sealed record Kept(TenantConnection Connection, TokenSource Source);
}
