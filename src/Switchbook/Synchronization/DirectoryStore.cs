using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Switchbook.Links;
using Switchbook.Storage;

namespace Switchbook.Synchronization;

/// <summary>The directory's content in the database: what runs left of each link, and the manual entries.</summary>
internal sealed class DirectoryStore(IDbContextFactory<SwitchbookContext> contexts, VersionLog versions, TimeProvider time)
{
    /// <summary>The people of one link as they stand.</summary>
    public async IAsyncEnumerable<StoredPerson> PeopleOfAsync(
        int linkId,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var people = context.People.AsNoTracking()
            .Where(person => person.LinkId == linkId)
            .Select(person => new StoredPerson(person.PersonId, person.Entries, person.Data))
            .AsAsyncEnumerable();
        await foreach (var person in people.WithCancellation(cancellationToken))
        {
            yield return person;
        }
    }

    /// <summary>How many entries the other links give, before the directory's limit.</summary>
    public async Task<int> EntriesBesideAsync(int linkId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.People.Where(person => person.LinkId != linkId).SumAsync(person => person.Entries, cancellationToken);
    }

    /// <summary>How many entries a link gives, before the directory's limit.</summary>
    public async Task<int> EntriesOfAsync(int linkId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.People.Where(person => person.LinkId == linkId).SumAsync(person => person.Entries, cancellationToken);
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

    /// <summary>Writes a run's difference and its report in one transaction: all of it stands afterwards, or nothing.</summary>
    public async Task CommitAsync(Link link, SyncPlan plan, RunReport report, DateTimeOffset started, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await WritePeopleAsync(context, link.Id, plan, cancellationToken);
        var mapping = link.Rules.Fingerprint;
        await context.Links.Where(row => row.Id == link.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(stored => stored.AppliedMapping, mapping), cancellationToken);
        var run = Row(link.Id, report, started);
        context.Runs.Add(run);
        await context.SaveChangesAsync(cancellationToken);
        if (!plan.Changes.IsEmpty)
        {
            await versions.AppendAsync(context, Note(report, run.Id), Before(link.Id, plan), cancellationToken);
        }

        await MarkAsync(context, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Stores the report of a run that changed nothing.</summary>
    public async Task RecordAsync(int linkId, RunReport report, DateTimeOffset started, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Runs.Add(Row(linkId, report, started));
        await context.SaveChangesAsync(cancellationToken);
    }

    private static async Task WritePeopleAsync(SwitchbookContext context, int linkId, SyncPlan plan, CancellationToken cancellationToken)
    {
        await using var write = Command(
            context,
            """
            INSERT INTO "People" ("LinkId", "PersonId", "Entries", "Data") VALUES (@link, @person, @entries, @data)
            ON CONFLICT ("LinkId", "PersonId") DO UPDATE SET "Entries" = excluded."Entries", "Data" = excluded."Data"
            """);
        await using var remove = Command(context, """DELETE FROM "People" WHERE "LinkId" = @link AND "PersonId" = @person""");
        var writeValues = Parameters(write, "@link", "@person", "@entries", "@data");
        var removeValues = Parameters(remove, "@link", "@person");
        writeValues[0].Value = linkId;
        removeValues[0].Value = linkId;

        foreach (var change in plan.Changes)
        {
            if (change.After is { } after)
            {
                writeValues[1].Value = change.PersonId;
                writeValues[2].Value = after.Entries;
                writeValues[3].Value = after.Data;
                await write.ExecuteNonQueryAsync(cancellationToken);
            }
            else
            {
                removeValues[1].Value = change.PersonId;
                await remove.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }

    // A hundred thousand rows go through prepared commands: the change tracker would take many times as long.
    private static DbCommand Command(SwitchbookContext context, string text)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = text;
        return command;
    }

    private static DbParameter[] Parameters(DbCommand command, params string[] names) =>
        [.. names.Select(name =>
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
            return parameter;
        })];

    private RunRow Row(int linkId, RunReport report, DateTimeOffset started) => new()
    {
        LinkId = linkId,
        StartedAt = started,
        FinishedAt = time.GetUtcNow(),
        Outcome = RunJson.Name(report.Outcome),
        Report = RunJson.Write(report),
    };

    private static VersionNote Note(RunReport report, long runId) => new(VersionCause.Run, report.Link)
    {
        RunId = runId,
        Added = report.Added,
        Changed = report.Changed,
        Removed = report.Removed,
    };

    private static IEnumerable<PersonState> Before(int linkId, SyncPlan plan) =>
        plan.Changes.Select(change => new PersonState(linkId, change.PersonId, change.Before?.Data));

    private async Task MarkAsync(SwitchbookContext context, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await context.ChangeMarks.ExecuteUpdateAsync(mark => mark.SetProperty(row => row.DataFrom, now), cancellationToken);
    }
}
