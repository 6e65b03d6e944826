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

    /// <returns>The entry's ID.</returns>
    /// <exception cref="ProblemException">The name or the number will not do.</exception>
    public async Task<string> AddAsync(string name, string number, CancellationToken cancellationToken)
    {
        name = name.Trim();
        number = number.Trim();
        if (name.Length is 0 or > PersonMapper.LongestName || name.Any(char.IsControl))
        {
            throw new ProblemException(ManualEntryProblems.NameUnfit.With(PersonMapper.LongestName));
        }

        if (!PersonMapper.IsUsable(number))
        {
            throw new ProblemException(ManualEntryProblems.NumberUnfit.With(number, PersonMapper.LongestNumber));
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var row = new ManualEntryRow { Name = name, Number = number, CreatedAt = time.GetUtcNow() };
        context.ManualEntries.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        var note = new VersionNote(VersionCause.EntryAdded, $"{name} {number}") { Added = 1 };
        await versions.AppendAsync(context, note, [new(PersonState.Manual, Id(row), null)], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Id(row);
    }

    /// <exception cref="ProblemException">There is no such manual entry.</exception>
    public async Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        var known = id.StartsWith(IdPrefix, StringComparison.Ordinal)
            & int.TryParse(id.AsSpan(Math.Min(id.Length, IdPrefix.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var key);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var row = known ? await context.ManualEntries.FindAsync([key], cancellationToken) : null;
        if (row is null)
        {
            throw new ProblemException(ManualEntryProblems.NotFound.With(id));
        }

        context.ManualEntries.Remove(row);
        await context.SaveChangesAsync(cancellationToken);
        var note = new VersionNote(VersionCause.EntryRemoved, $"{row.Name} {row.Number}") { Removed = 1 };
        var before = new PersonState(PersonState.Manual, id, PersonJson.Write(FromRow(row)));
        await versions.AppendAsync(context, note, [before], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static string Id(ManualEntryRow row) => string.Create(CultureInfo.InvariantCulture, $"{IdPrefix}{row.Id}");

    public static DirectoryPerson FromRow(ManualEntryRow row) => new()
    {
        Id = Id(row),
        Name = row.Name,
        Numbers = [new(Kind, row.Name, row.Number)],
    };
}
