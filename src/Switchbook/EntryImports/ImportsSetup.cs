namespace Switchbook.EntryImports;

/// <summary>Composition of what reads manual entries from files.</summary>
internal static class ImportsSetup
{
    public static IServiceCollection AddImports(this IServiceCollection services) => services.AddSingleton<EntryImport>();
}
