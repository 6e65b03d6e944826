namespace Switchbook.Synchronization;

/// <summary>Composition of runs.</summary>
internal static class SynchronizationSetup
{
    public static IServiceCollection AddSynchronization(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<GuardOptions>().BindConfiguration("Guards").ValidateDataAnnotations();
        services.AddOptionsWithValidateOnStart<SyncOptions>().BindConfiguration("Synchronization").ValidateDataAnnotations();
        return services
            .AddSingleton<DirectoryStore>()
            .AddSingleton<DirectoryLoader>()
            .AddSingleton<DirectoryRefresh>()
            .AddSingleton<ManualEntries>()
            .AddSingleton<RunMetrics>()
            .AddSingleton<RunMonitor>()
            .AddSingleton<HeldRuns>()
            .AddSingleton<LinkReader>()
            .AddSingleton<TeamsReport>()
            .AddSingleton<RunPlanner>()
            .AddSingleton<Synchronizer>();
    }

    /// <summary>Runs by the clock, for the server.</summary>
    public static IServiceCollection AddSchedule(this IServiceCollection services) =>
        services.AddSingleton<SyncSchedule>().AddHostedService(provider => provider.GetRequiredService<SyncSchedule>());
}
