using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Switchbook.Graph;

/// <summary>Registers what reads people from Microsoft Graph.</summary>
internal static class GraphSetup
{
    public static IServiceCollection AddGraph(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<GraphOptions>().BindConfiguration("Graph").ValidateDataAnnotations();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Random.Shared);
        return services
            .AddSingleton<GraphTransport>()
            .AddSingleton<TokenSources>()
            .AddSingleton<GraphSessions>()
            .AddSingleton<GraphReader>();
    }
}
