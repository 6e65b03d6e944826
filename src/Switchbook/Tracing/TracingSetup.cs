using Switchbook.Graph;

namespace Switchbook.Tracing;

/// <summary>Composition of what explains one person.</summary>
internal static class TracingSetup
{
    public static IServiceCollection AddTracing(this IServiceCollection services) =>
        services.AddSingleton<GroupPaths>().AddSingleton<PersonFinder>().AddSingleton<ScopeTrace>().AddSingleton<LinkTrace>();
}
