using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Switchbook.Links;
using Switchbook.Storage;
using Switchbook.Storage.Auditing;

namespace Switchbook.Synchronization;

/// <summary>The directory's content in the database: what runs left of each link, and the manual entries.</summary>
internal sealed class DirectoryStore(
    IDbContextFactory<SwitchbookContext> contexts, VersionLog versions, IOptions<HistoryOptions> history, TimeProvider time)
{
    /// <summary>People looked up by one statement; SQLite takes some thousand values.</summary>
    public const int AskedAtOnce = 500;

    /// <summary>The people of one link as they stand.</summary>
    public async IAsyncEnumerable<StoredPerson> PeopleOfAsync(
        int linkId,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await foreach (var row in context.People.AsNoTracking().Where(row => row.LinkId == linkId).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return new(row.PersonId, PersonRows.Read(row));
        }
    }

    /// <summary>Those of <paramref name="personIds"/> who stand in a link, by ID.</summary>
    public async Task<IReadOnlyDictionary<string, ReadPerson>> FindPeopleAsync(
        int linkId, IReadOnlyCollection<string> personIds, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, ReadPerson>(StringComparer.Ordinal);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var ids in personIds.Chunk(AskedAtOnce))
        {
            await foreach (var row in context.People.AsNoTracking()
                .Where(row => row.LinkId == linkId && ids.Contains(row.PersonId))
                .AsAsyncEnumerable()
                .WithCancellation(cancellationToken))
            {
                found.Add(row.PersonId, PersonRows.Read(row));
            }
        }

        return found;
    }

    /// <summary>Who was read and gives no entry, by reason, then by name.</summary>
    /// <param name="linkId">Of one link; null for all.</param>
    public async Task<IReadOnlyList<SkippedPerson>> SkippedAsync(int? linkId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var names = await context.Links.ToDictionaryAsync(link => link.Id, link => link.Name, cancellationToken);
        var rows = await context.People.AsNoTracking()
            .Where(person => person.Skipped != null && (linkId == null || person.LinkId == linkId))
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new SkippedPerson(
                    names[row.LinkId], row.PersonId, PersonJson.Read(row.Data).Name, PersonRows.Read(row).Skipped.GetValueOrDefault()))
                .OrderBy(person => person.Reason)
                .ThenBy(person => person.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>How a link's people stand; null before its first good run.</summary>
    public async Task<LinkState?> StateOfAsync(int linkId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.LinkStates.AsNoTracking().SingleOrDefaultAsync(state => state.LinkId == linkId, cancellationToken);
        return row is null ? null : LinkStateRows.Read(row);
    }

    /// <summary>How many entries the other links give, before the directory's limit.</summary>
    public async Task<int> EntriesBesideAsync(int linkId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.LinkStates.Where(state => state.LinkId != linkId).SumAsync(state => state.Entries, cancellationToken);
    }

    /// <summary>The latest runs of a link, newest first.</summary>
    public async Task<IReadOnlyList<StoredRun>> RunsOfAsync(int linkId, int most, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Runs.AsNoTracking()
            .Where(run => run.LinkId == linkId)
            .OrderByDescending(run => run.Id)
            .Take(most)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new StoredRun(row.Id, row.StartedAt, row.FinishedAt, RunJson.Read(row.Report)))];
    }

    /// <summary>An ended run; null when it is not kept, or never was.</summary>
    public async Task<StoredRun?> FindRunAsync(long id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Runs.AsNoTracking().SingleOrDefaultAsync(run => run.Id == id, cancellationToken) is { } row
            ? new(row.Id, row.StartedAt, row.FinishedAt, RunJson.Read(row.Report))
            : null;
    }

    /// <summary>The latest run of a link that succeeded, however long ago; null when none did.</summary>
    public async Task<StoredRun?> LastGoodAsync(int linkId, CancellationToken cancellationToken)
    {
        var succeeded = RunJson.Name(RunOutcome.Succeeded);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.Runs.AsNoTracking()
            .Where(run => run.LinkId == linkId && run.Outcome == succeeded)
            .OrderByDescending(run => run.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : new StoredRun(row.Id, row.StartedAt, row.FinishedAt, RunJson.Read(row.Report));
    }

    /// <summary>
    /// Writes a run's difference, where the next one goes on, and the report, in one transaction: all of it stands
    /// afterwards, or nothing.
    /// </summary>
    public async Task CommitAsync(Link link, LinkRead read, RunReport report, DateTimeOffset started, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await PersonRows.WriteAsync(context, link.Id, read.Plan.Changes, cancellationToken);
        await LinkStateRows.WriteAsync(context, link.Id, read.After, cancellationToken);
        await context.HeldRuns.Where(held => held.LinkId == link.Id).ExecuteDeleteAsync(cancellationToken);
        var run = await AddRunAsync(context, link.Id, report, started, cancellationToken);
        var seen = read.Plan.Changes.Where(change => change.IsVisible).ToList();
        if (seen.Count > 0)
        {
            var before = seen.Select(change => new PersonState(link.Id, change.PersonId, change.Before?.Listed));
            await versions.AppendAsync(context, Note(report, run.Id), before, cancellationToken);
        }

        await MarkAsync(context, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Stores the report of a run that changed nothing.</summary>
    public async Task RecordAsync(int linkId, RunReport report, DateTimeOffset started, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await AddRunAsync(context, linkId, report, started, cancellationToken);
    }

    /// <summary>Stores a run that is held, with what it would do.</summary>
    public async Task HoldAsync(Link link, PlannedRun planned, RunReport report, DateTimeOffset started, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await HeldRuns.HoldAsync(context, link.Id, planned, report, time.GetUtcNow(), cancellationToken);
        await AddRunAsync(context, link.Id, report, started, cancellationToken);
    }

    /// <summary>
    /// Saves a run with what the context holds beside it. Runs are forgotten with the versions of their time, but the last good
    /// one and what came after it: they tell since when a link has been failing.
    /// </summary>
    private async Task<RunRow> AddRunAsync(
        SwitchbookContext context, int linkId, RunReport report, DateTimeOffset started, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var run = new RunRow
        {
            LinkId = linkId,
            StartedAt = started,
            FinishedAt = now,
            Outcome = RunJson.Name(report.Outcome),
            Report = RunJson.Write(report),
        };
        context.Runs.Add(run);
        if (report.Outcome != RunOutcome.Succeeded || report.Added + report.Changed + report.Removed > 0 || !AuditActor.Current.IsProgram)
        {
            context.Audit.Add(Line(report));
        }

        await context.SaveChangesAsync(cancellationToken);
        var (kept, succeeded) = (now - TimeSpan.FromDays(history.Value.Days), RunJson.Name(RunOutcome.Succeeded));
        await context.Runs
            .Where(old => old.LinkId == linkId && old.FinishedAt < kept)
            .Where(old => context.Runs.Any(later => later.LinkId == linkId && later.Id > old.Id && later.Outcome == succeeded))
            .ExecuteDeleteAsync(cancellationToken);
        return run;
    }

    private static VersionNote Note(RunReport report, long runId) => new(VersionCause.Run, report.Link)
    {
        RunId = runId,
        Added = report.Added,
        Changed = report.Changed,
        Removed = report.Removed,
    };

    /// <summary>Runs of the schedule that found nothing new are left to the list of runs.</summary>
    private static AuditRow Line(RunReport report) => new()
    {
        Kind = $"run.{RunJson.Name(report.Outcome)}",
        Subject = report.Link,
        Details = new JsonObject
        {
            ["added"] = report.Added,
            ["changed"] = report.Changed,
            ["removed"] = report.Removed,
            ["error"] = report.Error?.Code,
        }.ToJsonString(),
    };

    private async Task MarkAsync(SwitchbookContext context, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await context.ChangeMarks.ExecuteUpdateAsync(mark => mark.SetProperty(row => row.DataFrom, now), cancellationToken);
    }
}
