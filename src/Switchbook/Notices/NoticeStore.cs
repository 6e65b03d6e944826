using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Switchbook.Links;
using Switchbook.Storage;

namespace Switchbook.Notices;

/// <summary>
/// What was told, and what is still to be delivered. Both are written in one transaction: after a crash nothing is told a second
/// time, and nothing is lost.
/// </summary>
internal sealed class NoticeStore(IDbContextFactory<SwitchbookContext> contexts)
{
    public async Task<IReadOnlyDictionary<int, Told>> ToldAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Told.AsNoTracking().ToDictionaryAsync(row => row.LinkId, Read, cancellationToken);
    }

    /// <param name="told">What is known of each link afterwards; of the others it stays.</param>
    /// <param name="notice">What is to be delivered to each of <paramref name="targets"/>; null for nothing.</param>
    public async Task SaveAsync(
        IEnumerable<(Link Link, Told Told)> told,
        Notice? notice,
        IEnumerable<string> targets,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var (link, known) in told)
        {
            // A link that was removed meanwhile has nobody to tell of.
            if (await context.Links.AnyAsync(row => row.Id == link.Id, cancellationToken))
            {
                var row = await context.Told.FindAsync([link.Id], cancellationToken) ?? context.Told.Add(new() { LinkId = link.Id }).Entity;
                Write(known, row);
            }
        }

        if (notice is not null)
        {
            var json = NoticeJson.Write(notice);
            context.Notices.AddRange(targets.Select(target => new NoticeRow { Target = target, Notice = json, NextAt = now }));
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>What waits to be delivered, oldest first.</summary>
    public async Task<ImmutableArray<NoticeRow>> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. await context.Notices.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken)];
    }

    /// <summary>What was tried in vain, one for each target, by target: what came later waits for it.</summary>
    public async Task<ImmutableArray<StuckNotice>> StuckAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Notices.AsNoTracking()
            .Where(row => row.Tries > 0)
            .OrderBy(row => row.Target)
            .Select(row => new StuckNotice(row.Target, row.Tries, row.NextAt))
            .ToListAsync(cancellationToken);
        return [.. rows.DistinctBy(row => row.Target, StringComparer.Ordinal)];
    }

    public async Task RemoveAsync(NoticeRow row, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Notices.Where(other => other.Id == row.Id).ExecuteDeleteAsync(cancellationToken);
    }

    public async Task PutOffAsync(NoticeRow row, int tries, DateTimeOffset next, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Notices.Where(other => other.Id == row.Id).ExecuteUpdateAsync(
            set => set.SetProperty(other => other.Tries, tries).SetProperty(other => other.NextAt, next), cancellationToken);
    }

    private static Told Read(ToldRow row) => new()
    {
        Failing = row.Failing,
        HeldSince = row.HeldSince,
        Stale = row.Stale,
        Credential = row is { CredentialEnds: { } ends, CredentialLevel: { } level } ? (ends, level) : null,
    };

    private static void Write(Told told, ToldRow row) =>
        (row.Failing, row.HeldSince, row.Stale, row.CredentialEnds, row.CredentialLevel) =
            (told.Failing, told.HeldSince, told.Stale, told.Credential?.Ends, told.Credential?.Level);
}
