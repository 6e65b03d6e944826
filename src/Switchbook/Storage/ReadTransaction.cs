using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Switchbook.Storage;

/// <summary>Reads several tables as they stood at one moment, without stopping whoever writes.</summary>
internal static class ReadTransaction
{
    public static async Task<IDbContextTransaction> BeginReadingAsync(this SwitchbookContext context, CancellationToken cancellationToken)
    {
        // EF Core's own transaction would take SQLite's write lock at once (BEGIN IMMEDIATE).
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        await context.Database.OpenConnectionAsync(cancellationToken);
        return await context.Database.UseTransactionAsync(connection.BeginTransaction(deferred: true), cancellationToken)
            ?? throw new InvalidOperationException("The read transaction did not begin.");
    }
}
