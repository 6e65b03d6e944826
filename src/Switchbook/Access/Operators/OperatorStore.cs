using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Switchbook.Problems;
using Switchbook.Storage;

namespace Switchbook.Access.Operators;

/// <summary>The people who may sign in to this installation.</summary>
internal sealed class OperatorStore(IDbContextFactory<SwitchbookContext> contexts, TimeProvider time)
{
    private const int LongestName = 64;
    private const int StampBytes = 16;

    /// <summary>All operators, by name.</summary>
    public async Task<ImmutableArray<Operator>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Operators.AsNoTracking().OrderBy(row => row.NameKey).ToListAsync(cancellationToken);
        return [.. rows.Select(FromRow)];
    }

    /// <exception cref="ProblemException">Name or password are unfit, or the name is taken.</exception>
    public Task<Operator> AddAsync(OperatorDraft draft, CancellationToken cancellationToken) =>
        AddAsync(draft, onlyFirst: false, cancellationToken);

    /// <exception cref="ProblemException">Name or password are unfit, or there is an operator already.</exception>
    public Task<Operator> AddFirstAsync(OperatorDraft draft, CancellationToken cancellationToken) =>
        AddAsync(draft, onlyFirst: true, cancellationToken);

    private async Task<Operator> AddAsync(OperatorDraft draft, bool onlyFirst, CancellationToken cancellationToken)
    {
        var row = NewRow(draft);
        await WriteAsync(
            async context =>
            {
                if (onlyFirst && await context.Operators.AnyAsync(cancellationToken))
                {
                    throw new ProblemException(OperatorProblems.AlreadySetUp.With());
                }

                if (await context.Operators.AnyAsync(other => other.NameKey == row.NameKey, cancellationToken))
                {
                    throw new ProblemException(OperatorProblems.NameTaken.With(row.Name));
                }

                context.Operators.Add(row);
                await context.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        return FromRow(row);
    }

    /// <summary>Ends every session that was opened under the old password.</summary>
    /// <exception cref="ProblemException">There is no such operator, or the password is unfit.</exception>
    public Task SetPasswordAsync(string name, string password, CancellationToken cancellationToken)
    {
        OperatorPasswords.Check(password, name.Trim());
        var (key, hash, stamp) = (Key(name), OperatorPasswords.Hash(password), NewStamp());
        return WriteAsync(
            async context =>
            {
                var row = await context.Operators.SingleOrDefaultAsync(row => row.NameKey == key, cancellationToken)
                    ?? throw new ProblemException(OperatorProblems.NotFound.With(name));
                (row.PasswordHash, row.Stamp) = (hash, stamp);
                await context.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Ends every session of the operator, too.</summary>
    /// <param name="evenLast">Also the last administrator, after whom nobody can administer by signing in.</param>
    /// <exception cref="ProblemException">There is no such operator, or it is the last administrator.</exception>
    public Task RemoveAsync(string name, bool evenLast, CancellationToken cancellationToken)
    {
        var (key, administrator) = (Key(name), nameof(OperatorRole.Administrator));
        return WriteAsync(
            async context =>
            {
                var row = await context.Operators.SingleOrDefaultAsync(row => row.NameKey == key, cancellationToken)
                    ?? throw new ProblemException(OperatorProblems.NotFound.With(name));
                if (!evenLast
                    && row.Role == administrator
                    && !await context.Operators.AnyAsync(other => other.Id != row.Id && other.Role == administrator, cancellationToken))
                {
                    throw new ProblemException(OperatorProblems.LastAdministrator.With(row.Name));
                }

                context.Operators.Remove(row);
                await context.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Writes in one transaction and lets servers know.</summary>
    private async Task WriteAsync(Func<SwitchbookContext, Task> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await change(context);
        await context.RaiseSettingsAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private OperatorRow NewRow(OperatorDraft draft)
    {
        var name = draft.Name.Trim();
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            throw new ProblemException(OperatorProblems.NameUnfit.With(name.Length > LongestName ? name[..LongestName] : name));
        }

        OperatorPasswords.Check(draft.Password, name);
        return new()
        {
            Name = name,
            NameKey = Key(name),
            Role = draft.Role.ToString(),
            PasswordHash = OperatorPasswords.Hash(draft.Password),
            Stamp = NewStamp(),
            CreatedAt = time.GetUtcNow(),
        };
    }

    private static string Key(string name) => name.Trim().ToUpperInvariant();

    private static string NewStamp() => Convert.ToHexString(RandomNumberGenerator.GetBytes(StampBytes));

    private static Operator FromRow(OperatorRow row) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Role = Enum.Parse<OperatorRole>(row.Role),
        PasswordHash = row.PasswordHash,
        Stamp = row.Stamp,
        CreatedAt = row.CreatedAt,
    };
}
