namespace Switchbook.History;

/// <summary>Composition of the directory's past.</summary>
internal static class HistorySetup
{
    public static IServiceCollection AddHistory(this IServiceCollection services) => services.AddSingleton<DirectoryHistory>();
}
