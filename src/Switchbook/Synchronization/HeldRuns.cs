using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Switchbook.Links;
using Switchbook.Problems;
using Switchbook.Storage;

namespace Switchbook.Synchronization;

/// <summary>The runs that guards hold, and what is decided about them.</summary>
internal sealed class HeldRuns(IDbContextFactory<SwitchbookContext> contexts)
{
    /// <summary>The run that is held; null when none is.</summary>
    public async Task<HeldRun?> FindAsync(int linkId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.HeldRuns.AsNoTracking().SingleOrDefaultAsync(run => run.LinkId == linkId, cancellationToken);
        return row is null ? null : new(row.Since, row.ApplyNext, RunJson.Read(row.Report), await UnpackAsync(row.Changes, cancellationToken));
    }

    /// <exception cref="ProblemException">No run of the link is held.</exception>
    public async Task<HeldRun> GetAsync(Link link, CancellationToken cancellationToken) =>
        await FindAsync(link.Id, cancellationToken) ?? throw new ProblemException(SyncProblems.NothingHeld.With(link.Name));

    /// <summary>Since when runs of a link are held; null when none is.</summary>
    public async Task<DateTimeOffset?> SinceAsync(int linkId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.HeldRuns.Where(run => run.LinkId == linkId).Select(run => (DateTimeOffset?)run.Since).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The changes that the next run may make whatever the guards say; null when nobody allowed any.</summary>
    public async Task<IReadOnlySet<EntryChange>?> AllowedAsync(int linkId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var changes = await context.HeldRuns
            .Where(run => run.LinkId == linkId && run.ApplyNext)
            .Select(run => run.Changes)
            .SingleOrDefaultAsync(cancellationToken);
        return changes is null ? null : (await UnpackAsync(changes, cancellationToken)).ToHashSet();
    }

    /// <summary>Forgets the run that is held; the directory stays as it is, and the next run is judged anew.</summary>
    /// <exception cref="ProblemException">No run of the link is held.</exception>
    public async Task DiscardAsync(Link link, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.HeldRuns.Remove(await RowAsync(context, link, cancellationToken));
        await SaveAsync(context, link, "held-run.discarded", cancellationToken);
    }

    /// <summary>Lets the next run do what this one would; what it would do beyond that is judged as ever.</summary>
    /// <exception cref="ProblemException">No run of the link is held.</exception>
    public async Task ApplyNextAsync(Link link, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        (await RowAsync(context, link, cancellationToken)).ApplyNext = true;
        await SaveAsync(context, link, "held-run.released", cancellationToken);
    }

    /// <summary>Puts the run where the caller's save writes it, in place of an earlier one.</summary>
    public static async Task HoldAsync(
        SwitchbookContext context, int linkId, PlannedRun planned, RunReport report, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await context.HeldRuns.SingleOrDefaultAsync(run => run.LinkId == linkId, cancellationToken);
        if (row is null)
        {
            row = new() { LinkId = linkId, Since = now, Report = "", Changes = [] };
            context.HeldRuns.Add(row);
        }

        row.Report = RunJson.Write(report);
        row.Changes = await PackAsync([.. planned.Plan.EntryChanges], cancellationToken);
        row.ApplyNext = false;
    }

    private static async Task SaveAsync(SwitchbookContext context, Link link, string kind, CancellationToken cancellationToken)
    {
        context.Audit.Add(new() { Kind = kind, Subject = link.Name });
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException decided)
        {
            throw new ProblemException(SyncProblems.NothingHeld.With(link.Name), decided);
        }
    }

    private static async Task<HeldRunRow> RowAsync(SwitchbookContext context, Link link, CancellationToken cancellationToken) =>
        await context.HeldRuns.SingleOrDefaultAsync(run => run.LinkId == link.Id, cancellationToken)
            ?? throw new ProblemException(SyncProblems.NothingHeld.With(link.Name));

    private static async Task<byte[]> PackAsync(ImmutableArray<EntryChange> changes, CancellationToken cancellationToken)
    {
        using var packed = new MemoryStream();
        await using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            await JsonSerializer.SerializeAsync(brotli, changes, RunJson.Instance.ImmutableArrayEntryChange, cancellationToken);
        }

        return packed.ToArray();
    }

    private static async Task<ImmutableArray<EntryChange>> UnpackAsync(byte[] changes, CancellationToken cancellationToken)
    {
        await using var brotli = new BrotliStream(new MemoryStream(changes), CompressionMode.Decompress);
        return await JsonSerializer.DeserializeAsync(brotli, RunJson.Instance.ImmutableArrayEntryChange, cancellationToken);
    }
}
