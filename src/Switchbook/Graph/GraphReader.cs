using Microsoft.Extensions.Options;

namespace Switchbook.Graph;

/// <summary>Reads the people of tenants and groups.</summary>
internal sealed class GraphReader(GraphSessions sessions, IOptions<GraphOptions> options, ILogger<GraphReader> logger)
{
    /// <summary>Begins what one run reads; asks nothing yet.</summary>
    public PeopleReading Open(TenantConnection connection, ReadRequest request, IProgress<ReadProgress>? progress) =>
        new(sessions.Open(connection, request.Interactive, progress), request, options.Value, logger);
}
