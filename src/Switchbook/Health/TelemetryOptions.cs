using System.ComponentModel.DataAnnotations;

namespace Switchbook.Health;

/// <summary>Where measurements go beside <c>/metrics</c> (section <c>Telemetry</c>).</summary>
internal sealed class TelemetryOptions
{
    /// <summary>A collector's OTLP/gRPC endpoint, which then gets metrics, traces and logs; default none.</summary>
    [Url]
    public string? OtlpEndpoint { get; set; }
}
