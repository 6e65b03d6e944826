using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Switchbook.Mapping;
using Switchbook.PhoneDirectory;
using Switchbook.Problems;
using Switchbook.Storage;

namespace Switchbook.Synchronization;

/// <summary>The entries that administrators make by hand; no run touches them.</summary>
internal sealed class ManualEntries(IDbContextFactory<SwitchbookContext> contexts, VersionLog versions, TimeProvider time)
{
    /// <summary>The kind of every manual entry.</summary>
    public const string Kind = "manual";

    private const string IdPrefix = "m";

    public async Task<IReadOnlyList<DirectoryPerson>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.ManualEntries.AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.Select(FromRow)];
    }

    /// <summary>What is wrong with an entry, or nothing.</summary>
    public static Problem? Check(string name, string number) =>
        name.Trim() is not { Length: > 0 and <= PersonMapper.LongestName } fit || fit.Any(char.IsControl)
            ? ManualEntryProblems.NameUnfit.With(PersonMapper.LongestName)
            : PersonMapper.IsUsable(number.Trim())
                ? null
                : ManualEntryProblems.NumberUnfit.With(number.Trim(), PersonMapper.LongestNumber);

    /// <returns>The entry's ID.</returns>
    /// <exception cref="ProblemException">The name or the number will not do.</exception>
    public async Task<string> AddAsync(string name, string number, CancellationToken cancellationToken) =>
        (await AddAsync([(name, number)], cancellationToken))[0];

    /// <summary>Adds all of them or none.</summary>
    /// <returns>Their IDs.</returns>
    /// <exception cref="ProblemException">A name or a number will not do.</exception>
    public async Task<IReadOnlyList<string>> AddAsync(IEnumerable<(string Name, string Number)> entries, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var rows = entries
            .Select(entry => Check(entry.Name, entry.Number) is { } problem
                ? throw new ProblemException(problem)
                : new ManualEntryRow { Name = entry.Name.Trim(), Number = entry.Number.Trim(), CreatedAt = now })
            .ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        context.ManualEntries.AddRange(rows);
        await context.SaveChangesAsync(cancellationToken);
        var what = rows is [var one] ? $"{one.Name} {one.Number}" : string.Create(CultureInfo.InvariantCulture, $"{rows.Count} entries");
        var note = new VersionNote(VersionCause.EntryAdded, what) { Added = rows.Count };
        await versions.AppendAsync(context, note, [.. rows.Select(row => new PersonState(PersonState.Manual, Id(row), null))], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return [.. rows.Select(Id)];
    }

    /// <exception cref="ProblemException">There is no such manual entry, or the name or the number will not do.</exception>
    public async Task EditAsync(string id, string name, string number, CancellationToken cancellationToken)
    {
        if (Check(name, number) is { } problem)
        {
            throw new ProblemException(problem);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var row = await RowAsync(context, id, cancellationToken);
        var before = new PersonState(PersonState.Manual, Id(row), PersonJson.Write(FromRow(row)));
        (row.Name, row.Number) = (name.Trim(), number.Trim());
        await context.SaveChangesAsync(cancellationToken);
        var note = new VersionNote(VersionCause.EntryChanged, $"{row.Name} {row.Number}") { Changed = 1 };
        await versions.AppendAsync(context, note, [before], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <exception cref="ProblemException">There is no such manual entry.</exception>
    public async Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var row = await RowAsync(context, id, cancellationToken);
        context.ManualEntries.Remove(row);
        await context.SaveChangesAsync(cancellationToken);
        var note = new VersionNote(VersionCause.EntryRemoved, $"{row.Name} {row.Number}") { Removed = 1 };
        var before = new PersonState(PersonState.Manual, Id(row), PersonJson.Write(FromRow(row)));
        await versions.AppendAsync(context, note, [before], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<ManualEntryRow> RowAsync(SwitchbookContext context, string id, CancellationToken cancellationToken)
    {
        var known = id.StartsWith(IdPrefix, StringComparison.Ordinal)
            & int.TryParse(id.AsSpan(Math.Min(id.Length, IdPrefix.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var key);
        return (known ? await context.ManualEntries.FindAsync([key], cancellationToken) : null)
            ?? throw new ProblemException(ManualEntryProblems.NotFound.With(id));
    }

    private static string Id(ManualEntryRow row) => string.Create(CultureInfo.InvariantCulture, $"{IdPrefix}{row.Id}");

    public static DirectoryPerson FromRow(ManualEntryRow row) => new()
    {
        Id = Id(row),
        Name = row.Name,
        Numbers = [new(Kind, row.Name, row.Number)],
    };
}
