using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Switchbook.Access.Operators;

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
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).ForPrograms(OperatorRole.Viewer);
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).ForPrograms(OperatorRole.Viewer);
    }
}
