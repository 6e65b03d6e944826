using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Switchbook.Storage;

/// <summary>
/// The only one who raises the directory's version: whoever changes what stands appends a version in the same transaction,
/// with what it takes to go back. So each version is a difference, and the latest is what the tables hold.
/// </summary>
internal sealed class VersionLog(IOptions<HistoryOptions> options, TimeProvider time)
{
    private const long Megabyte = 1_000_000;

    /// <param name="context">In the transaction of the change, after its rows were written.</param>
    /// <param name="note">What the change is.</param>
    /// <param name="before">Whoever was changed, each once, as they were before.</param>
    public async Task AppendAsync(
        SwitchbookContext context, VersionNote note, IEnumerable<PersonState> before, CancellationToken cancellationToken)
    {
        await context.ChangeMarks.ExecuteUpdateAsync(
            mark => mark.SetProperty(row => row.Directory, row => row.Directory + 1),
            cancellationToken);
        var mark = await context.ChangeMarks.AsNoTracking().SingleAsync(cancellationToken);
        var sources = await SourcesAsync(context, cancellationToken);
        var undo = await UndoRecord.WriteAsync(before);
        context.Versions.Add(new()
        {
            Id = mark.Directory,
            At = time.GetUtcNow(),
            Cause = note.Cause,
            Subject = note.Subject,
            RunId = note.RunId,
            Added = note.Added,
            Changed = note.Changed,
            Removed = note.Removed,
            Size = undo.Length,
            Sources = VersionSource.Write(sources),
            Undo = undo,
        });
        await context.SaveChangesAsync(cancellationToken);
        await PruneAsync(context, mark.Pinned, cancellationToken);
    }

    /// <summary>The links as they stand, in precedence.</summary>
    public static async Task<IReadOnlyList<VersionSource>> SourcesAsync(SwitchbookContext context, CancellationToken cancellationToken) =>
        await context.Links.AsNoTracking()
            .OrderBy(link => link.Order)
            .Select(link => new VersionSource(link.Id, link.Name, link.Region))
            .ToListAsync(cancellationToken);

    /// <summary>Forgets what is too old or too much; the oldest version that is left no longer leads to the one before it.</summary>
    private async Task PruneAsync(SwitchbookContext context, long? pinned, CancellationToken cancellationToken)
    {
        var oldest = Math.Max(await OldestByAgeAsync(context, cancellationToken), await OldestBySizeAsync(context, cancellationToken));
        oldest = Math.Min(oldest, pinned ?? oldest);
        if (oldest == 0)
        {
            return;
        }

        byte[] nothing = [];
        await context.Versions.Where(version => version.Id < oldest).ExecuteDeleteAsync(cancellationToken);
        await context.Versions.Where(version => version.Id == oldest).ExecuteUpdateAsync(
            version => version.SetProperty(row => row.Undo, nothing).SetProperty(row => row.Size, 0),
            cancellationToken);
    }

    /// <summary>The version that stood when the time to keep began.</summary>
    private async Task<long> OldestByAgeAsync(SwitchbookContext context, CancellationToken cancellationToken)
    {
        var from = time.GetUtcNow() - TimeSpan.FromDays(options.Value.Days);
        return await context.Versions.Where(version => version.At <= from).MaxAsync(version => (long?)version.Id, cancellationToken) ?? 0;
    }

    private async Task<long> OldestBySizeAsync(SwitchbookContext context, CancellationToken cancellationToken)
    {
        var left = options.Value.MaximumMegabytes * Megabyte;
        if (await context.Versions.SumAsync(version => (long)version.Size, cancellationToken) <= left)
        {
            return 0;
        }

        var versions = context.Versions.OrderByDescending(version => version.Id).Select(version => new { version.Id, version.Size });
        await foreach (var version in versions.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            left -= version.Size;
            if (left < 0)
            {
                return version.Id;
            }
        }

        return 0;
    }
}
