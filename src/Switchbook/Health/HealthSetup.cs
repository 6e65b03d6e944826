using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Switchbook.Health;

/// <summary>Composition of what a supervisor asks: does the program live, and may it have traffic.</summary>
internal static class HealthSetup
{
    private const string Ready = "ready";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DirectoryPublished>("directory", tags: [Ready])
            .AddCheck<DirectoryPinned>("pin", tags: [Ready]);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
    }
}
