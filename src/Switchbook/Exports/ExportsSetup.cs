using Switchbook.VCards;

namespace Switchbook.Exports;

/// <summary>Composition of the files that the directory can be written to.</summary>
internal static class ExportsSetup
{
    public static IServiceCollection AddExports(this IServiceCollection services) =>
        services
            .AddSingleton<DirectoryExport, CsvExport>()
            .AddSingleton<DirectoryExport, LdifExport>()
            .AddSingleton<DirectoryExport>(new VCardExport("vcard", VCardVersion.Four))
            .AddSingleton<DirectoryExport>(new VCardExport("vcard3", VCardVersion.Three))
            .AddSingleton<DirectoryExport, JsonExport>()
            .AddSingleton<DirectoryExport, IpOfficeExport>()
            .AddSingleton<DirectoryExport, IpOfficeCsvExport>()
            .AddSingleton<ExportCatalogue>();
}
