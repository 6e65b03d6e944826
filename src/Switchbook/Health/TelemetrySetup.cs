using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Switchbook.Access.Clients;
using Switchbook.Access.Operators;

namespace Switchbook.Health;

/// <summary>Composition of what is measured: <c>/metrics</c> for Prometheus, and OTLP where an endpoint is set.</summary>
internal static class TelemetrySetup
{
    /// <summary>Upper bounds in seconds: a look-up takes microseconds, a run may take an hour.</summary>
    private static readonly double[] Durations =
        [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800, 3600];

    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<TelemetryOptions>().BindConfiguration("Telemetry").ValidateDataAnnotations();
        builder.Services.AddSingleton<DirectoryMetrics>();
        var telemetry = builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter("Switchbook.*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
            .AddView(
                instrument => instrument.Unit == "s" && instrument.Name.EndsWith(".duration", StringComparison.Ordinal)
                    ? new ExplicitBucketHistogramConfiguration { Boundaries = Durations }
                    : null)
            .AddPrometheusExporter());
        if (Uri.TryCreate(builder.Configuration["Telemetry:OtlpEndpoint"], UriKind.Absolute, out var endpoint))
        {
            telemetry
                .WithTracing(traces => traces.AddAspNetCoreInstrumentation(requests => requests.EnrichWithHttpRequest = LeaveSecretsOut))
                .WithLogging()
                .UseOtlpExporter(OtlpExportProtocol.Grpc, endpoint);
        }

        return builder;
    }

    /// <summary>A trace tells of the request, but neither a client's token nor the number or name that was asked for.</summary>
    internal static void LeaveSecretsOut(Activity activity, HttpRequest request)
    {
        activity.SetTag("url.path", TokenPath.Shown(request.Path).Value);
        activity.SetTag("url.query", null);
    }

    public static void MapMetrics(this WebApplication app)
    {
        // Observes from its making on; nobody else asks for it.
        app.Services.GetRequiredService<DirectoryMetrics>();
        app.MapPrometheusScrapingEndpoint("/metrics").ForPrograms(OperatorRole.Viewer);
    }
}
