using Microsoft.EntityFrameworkCore;
using Switchbook.Storage;
using Switchbook.Storage.Auditing;

namespace Switchbook.Audit;

/// <summary>The audit record: reads it, and adds what no change of a row tells.</summary>
internal sealed class AuditTrail(IDbContextFactory<SwitchbookContext> contexts)
{
    /// <summary>Adds lines; who did it and when is put in where they do not say so.</summary>
    public async Task AppendAsync(IEnumerable<AuditRow> lines, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Audit.AddRange(lines);
        await context.SaveChangesAsync(cancellationToken);
    }

    public Task AppendAsync(string kind, string subject, CancellationToken cancellationToken) =>
        AppendAsync([new() { Kind = kind, Subject = subject }], cancellationToken);

    /// <summary>The newest lines first.</summary>
    /// <param name="most">1 to <see cref="AuditQuestion.LargestPage"/>.</param>
    public async Task<IReadOnlyList<AuditLine>> ListAsync(AuditQuestion question, int most, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await Ask(context, question).Take(Math.Clamp(most, 1, AuditQuestion.LargestPage)).ToListAsync(cancellationToken);
        return [.. rows.Select(AuditLine.Of)];
    }

    /// <summary>All lines, the newest first, a page at a time, so that no reader stops whoever writes.</summary>
    public async IAsyncEnumerable<AuditLine> AllAsync(
        AuditQuestion question, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var page = await ListAsync(question, AuditQuestion.LargestPage, cancellationToken);
            foreach (var line in page)
            {
                yield return line;
            }

            if (page.Count < AuditQuestion.LargestPage)
            {
                break;
            }

            question = question with { Before = page[^1].Id };
        }
    }

    /// <summary>The oldest lines after one, for who passes them on.</summary>
    public async Task<IReadOnlyList<AuditLine>> AfterAsync(long id, int most, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Audit.AsNoTracking().Where(row => row.Id > id).OrderBy(row => row.Id).Take(most).ToListAsync(cancellationToken);
        return [.. rows.Select(AuditLine.Of)];
    }

    /// <summary>Forgets what is older than it is to be kept.</summary>
    public async Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Audit.Where(row => row.At < before).ExecuteDeleteAsync(cancellationToken);
    }

    private static IQueryable<AuditRow> Ask(SwitchbookContext context, AuditQuestion question)
    {
        var rows = context.Audit.AsNoTracking();
        if (question.Kind is { Length: > 0 } kind)
        {
            rows = rows.Where(row => row.Kind.StartsWith(kind));
        }

        if (question.Text is { Length: > 0 } text)
        {
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // The database does it.
            var part = text.ToLowerInvariant();
            rows = rows.Where(row => row.Actor.ToLower().Contains(part) || row.Subject.ToLower().Contains(part) || (row.Address != null && row.Address.Contains(part)));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        if (question.From is { } from)
        {
            rows = rows.Where(row => row.At >= from);
        }

        if (question.Until is { } until)
        {
            rows = rows.Where(row => row.At < until);
        }

        if (question.Before is { } before)
        {
            rows = rows.Where(row => row.Id < before);
        }

        return rows.OrderByDescending(row => row.Id);
    }
}
