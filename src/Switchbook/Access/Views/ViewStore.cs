using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Switchbook.Problems;
using Switchbook.Storage;

namespace Switchbook.Access.Views;

/// <summary>The views that clients of this installation may have.</summary>
internal sealed class ViewStore(IDbContextFactory<SwitchbookContext> contexts, TimeProvider time)
{
    private const int LongestName = 64;

    /// <summary>All views, by name.</summary>
    public async Task<ImmutableArray<ClientView>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Views.AsNoTracking().OrderBy(row => row.NameKey).ToListAsync(cancellationToken);
        return [.. rows.Select(FromRow)];
    }

    /// <summary>Makes a view, or replaces it.</summary>
    /// <exception cref="ProblemException">Something about the draft is unfit.</exception>
    public async Task SetAsync(ViewDraft draft, CancellationToken cancellationToken)
    {
        var name = draft.Name.Trim();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await CheckAsync(context, draft, name, cancellationToken);
        var key = Key(name);
        var row = await context.Views.SingleOrDefaultAsync(row => row.NameKey == key, cancellationToken);
        if (row is null)
        {
            row = new() { Name = name, NameKey = key };
            context.Views.Add(row);
        }

        (row.Sources, row.Kinds) = (ClientView.Join(draft.Sources), ClientView.Join(draft.Kinds));
        (row.Fields, row.BaseDn, row.ChangedAt) = (ClientView.Join(draft.Fields), draft.BaseDn, time.GetUtcNow());
        await context.SaveChangesAsync(cancellationToken);
        await context.RaiseSettingsAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <exception cref="ProblemException">There is no such view, or a client has it: without it the client would see nothing.</exception>
    public async Task RemoveAsync(string name, CancellationToken cancellationToken)
    {
        var key = Key(name);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var row = await context.Views.SingleOrDefaultAsync(row => row.NameKey == key, cancellationToken)
            ?? throw new ProblemException(ViewProblems.NotFound.With(name));
        if (await context.Clients.FirstOrDefaultAsync(client => client.View == row.Name, cancellationToken) is { } client)
        {
            throw new ProblemException(ViewProblems.InUse.With(client.Name));
        }

        context.Views.Remove(row);
        await context.SaveChangesAsync(cancellationToken);
        await context.RaiseSettingsAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The view's name as it was given, for a client that is to have it.</summary>
    /// <exception cref="ProblemException">There is no such view.</exception>
    public static async Task<string> NameAsync(SwitchbookContext context, string name, CancellationToken cancellationToken)
    {
        var key = Key(name);
        return await context.Views.Where(row => row.NameKey == key).Select(row => row.Name).SingleOrDefaultAsync(cancellationToken)
            ?? throw new ProblemException(ViewProblems.NotFound.With(name));
    }

    public static ClientView FromRow(ViewRow row) => new()
    {
        Name = row.Name,
        Sources = row.Sources,
        Kinds = row.Kinds,
        Fields = row.Fields,
        BaseDn = row.BaseDn,
        ChangedAt = row.ChangedAt,
    };

    private static async Task CheckAsync(SwitchbookContext context, ViewDraft draft, string name, CancellationToken cancellationToken)
    {
        if (name.Length is 0 or > LongestName || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_'))
        {
            throw new ProblemException(ViewProblems.NameUnfit.With(name.Length > LongestName ? name[..LongestName] : name));
        }

        var known = (await context.Links.Select(link => link.Name).ToListAsync(cancellationToken)).Append(ClientView.Manual);
        if (Stranger(draft.Sources, known) is { } source)
        {
            throw new ProblemException(ViewProblems.SourceUnknown.With(source));
        }

        if (Stranger(draft.Fields, ViewFields.All) is { } field)
        {
            throw new ProblemException(ViewProblems.FieldUnknown.With(field));
        }
    }

    private static string? Stranger(IReadOnlyList<string>? named, IEnumerable<string> known) =>
        named?.FirstOrDefault(one => !known.Contains(one, StringComparer.OrdinalIgnoreCase));

    private static string Key(string name) => name.Trim().ToUpperInvariant();
}
