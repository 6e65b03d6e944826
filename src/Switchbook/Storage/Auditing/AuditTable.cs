using Microsoft.EntityFrameworkCore;

namespace Switchbook.Storage.Auditing;

/// <summary>What makes the audit record one that is only added to.</summary>
internal static class AuditTable
{
    /// <summary>How long no retention can be shorter.</summary>
    public const int LeastDays = 30;

    private const long LeastMilliseconds = LeastDays * 24L * 60 * 60 * 1000;

    /// <summary>Lets the database itself refuse changes, whatever this program's own code tries. Anew after each upgrade: one that rebuilds the table drops triggers.</summary>
    public static async Task GuardAsync(SwitchbookContext context, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlRawAsync(
            """
            CREATE TRIGGER IF NOT EXISTS "AuditIsNotChanged" BEFORE UPDATE ON "Audit"
            BEGIN SELECT RAISE(ABORT, 'The audit record is only added to.'); END;
            """,
            cancellationToken);
        await context.Database.ExecuteSqlRawAsync(
            $"""
            CREATE TRIGGER IF NOT EXISTS "AuditIsNotDeleted" BEFORE DELETE ON "Audit"
            WHEN OLD."At" > unixepoch('subsec') * 1000 - {LeastMilliseconds}
            BEGIN SELECT RAISE(ABORT, 'The audit record is kept.'); END;
            """,
            cancellationToken);
    }
}
