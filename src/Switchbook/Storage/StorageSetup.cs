using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Switchbook.Storage.Auditing;

namespace Switchbook.Storage;

/// <summary>Composition of the store.</summary>
internal static class StorageSetup
{
    /// <summary>How long a write waits for another process's write to end.</summary>
    private const int BusyTimeoutSeconds = 60;

    public static IServiceCollection AddStorage(this IServiceCollection services, DataDirectory data)
    {
        services.AddSingleton(data);
        services.AddOptionsWithValidateOnStart<HistoryOptions>().BindConfiguration("History").ValidateDataAnnotations();
        services.AddSingleton<VersionLog>();
        services.AddDataProtection()
            .SetApplicationName("Switchbook")
            .PersistKeysToFileSystem(new DirectoryInfo(data.Subdirectory("keys")));

        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = data.Database,
            DefaultTimeout = BusyTimeoutSeconds,
            ForeignKeys = true,
        };
        return services
            .AddSingleton<AuditInterceptor>()
            .AddPooledDbContextFactory<SwitchbookContext>((provider, options) => options
                .UseSqlite(connection.ToString())
                .AddInterceptors(provider.GetRequiredService<AuditInterceptor>()));
    }

    /// <summary>Brings the database to this program's version; makes it when missing.</summary>
    public static async Task UpgradeDatabaseAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        var contexts = services.GetRequiredService<IDbContextFactory<SwitchbookContext>>();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await MigrateAsync(context, services.GetRequiredService<DataDirectory>(), cancellationToken);
        }

        // Also when nothing was to be upgraded: whoever upgraded may have been killed before it came to this.
        await AuditTable.GuardAsync(context, cancellationToken);
    }

    private static async Task MigrateAsync(SwitchbookContext context, DataDirectory data, CancellationToken cancellationToken)
    {
        // EF Core's own lock is a row that a killed process leaves behind, for which everyone after it would wait for ever.
        // Who holds the operating system's lock knows that such a row is of the dead.
        using var only = await FileLock.TakeAsync(data, "upgrade", cancellationToken);

        // EF Core chooses the write-ahead log, with which reading and writing do not stop each other, only for a database that
        // it finds missing; and the statement after this one would make the file before it looks.
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = 'wal';", cancellationToken);
        await context.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock";""", cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
    }
}
