using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Switchbook.Access.Operators;
using Switchbook.Problems;
using Switchbook.Storage;

namespace Switchbook.Access.Tokens;

/// <summary>The tokens of programs that may ask this installation's API.</summary>
internal sealed class ApiTokenStore(IDbContextFactory<SwitchbookContext> contexts, TimeProvider time)
{
    public const int MostDays = 3650;
    public const int DefaultDays = 365;

    private const int LongestName = 64;

    /// <summary>All tokens, by name, those that ended too.</summary>
    public async Task<ImmutableArray<ApiToken>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.ApiTokens.AsNoTracking().OrderBy(row => row.NameKey).ToListAsync(cancellationToken);
        return [.. rows.Select(FromRow)];
    }

    /// <param name="days">1 to <see cref="MostDays"/>.</param>
    /// <returns>What was stored, and the token, which nobody can read again.</returns>
    /// <exception cref="ProblemException">Name or days are unfit, or the name is taken.</exception>
    public async Task<(ApiToken Stored, string Token)> AddAsync(string name, OperatorRole role, int days, CancellationToken cancellationToken)
    {
        name = Check(name, days);
        var token = ApiTokenText.Make();
        var now = time.GetUtcNow();
        var row = new ApiTokenRow
        {
            Name = name,
            NameKey = Key(name),
            Role = role.ToString(),
            Hash = ApiTokenText.Hash(token),
            CreatedAt = now,
            EndsAt = now.AddDays(days),
        };
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await context.ApiTokens.AnyAsync(other => other.NameKey == row.NameKey, cancellationToken))
        {
            throw new ProblemException(ApiTokenProblems.NameTaken.With(name));
        }

        context.ApiTokens.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        await context.RaiseSettingsAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (FromRow(row), token);
    }

    /// <exception cref="ProblemException">There is no such token.</exception>
    public async Task RemoveAsync(string name, CancellationToken cancellationToken)
    {
        var key = Key(name);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var row = await context.ApiTokens.SingleOrDefaultAsync(row => row.NameKey == key, cancellationToken)
            ?? throw new ProblemException(ApiTokenProblems.NotFound.With(name));
        context.ApiTokens.Remove(row);
        await context.SaveChangesAsync(cancellationToken);
        await context.RaiseSettingsAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Notes when tokens were last used; that is no change of settings.</summary>
    public async Task NoteUsesAsync(IReadOnlyCollection<(int Id, DateTimeOffset At)> uses, CancellationToken cancellationToken)
    {
        if (uses.Count == 0)
        {
            return;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var (id, at) in uses)
        {
            await context.ApiTokens.Where(row => row.Id == id)
                .ExecuteUpdateAsync(row => row.SetProperty(token => token.LastUsedAt, at), cancellationToken);
        }
    }

    private static string Check(string typed, int days)
    {
        var name = typed.Trim();
        return name.Length is 0 or > LongestName || name.Any(char.IsControl)
            ? throw new ProblemException(ApiTokenProblems.NameUnfit.With(name.Length > LongestName ? name[..LongestName] : name))
            : days is < 1 or > MostDays ? throw new ProblemException(ApiTokenProblems.DaysUnfit.With(days, MostDays))
            : name;
    }

    private static string Key(string name) => name.Trim().ToUpperInvariant();

    private static ApiToken FromRow(ApiTokenRow row) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Role = Enum.Parse<OperatorRole>(row.Role),
        Hash = row.Hash,
        CreatedAt = row.CreatedAt,
        EndsAt = row.EndsAt,
        LastUsedAt = row.LastUsedAt,
    };
}
