using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Switchbook.Access.Views;
using Switchbook.Problems;
using Switchbook.Storage;

namespace Switchbook.Access.Clients;

/// <summary>The clients of this installation.</summary>
internal sealed class ClientStore(IDbContextFactory<SwitchbookContext> contexts, IDataProtectionProvider protection, TimeProvider time)
{
    private const int LongestName = 64;
    private const int ShortestPassword = 8;
    private const int LongestPassword = 128;
    private const int HighestRate = 1_000_000;

    private readonly IDataProtector _protector = protection.CreateProtector("Switchbook.Access.Clients.Digest.v1");

    /// <summary>All clients, by name.</summary>
    public async Task<ImmutableArray<Client>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Clients.AsNoTracking().OrderBy(row => row.NameKey).ToListAsync(cancellationToken);
        var views = await context.Views.AsNoTracking().ToDictionaryAsync(view => view.Name, ViewStore.FromRow, StringComparer.Ordinal, cancellationToken);
        return [.. rows.Select(row => FromRow(row, views))];
    }

    /// <summary>The version of what <see cref="ListAsync"/> gives; any change of settings raises it.</summary>
    public async Task<long> VersionAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ChangeMarks.Select(mark => mark.Settings).SingleAsync(cancellationToken);
    }

    /// <returns>The client's token, which is shown this once; null when it has none.</returns>
    /// <exception cref="ProblemException">Something about the draft is unfit, or the name is taken.</exception>
    public async Task<string?> AddAsync(ClientDraft draft, CancellationToken cancellationToken)
    {
        var networks = Check(draft);
        var token = draft.HasToken ? ClientSecrets.Make() : null;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var key = Key(draft.Name);
        if (await context.Clients.AnyAsync(row => row.NameKey == key, cancellationToken))
        {
            throw new ProblemException(ClientProblems.NameTaken.With(draft.Name));
        }

        var certificate = draft.Certificate is null ? null : ClientSecrets.HashCertificate(draft.Certificate);
        if (certificate is not null && await context.Clients.AnyAsync(row => row.CertificateHash == certificate, cancellationToken))
        {
            throw new ProblemException(ClientProblems.CertificateTaken.With());
        }

        var name = draft.Name.Trim();
        context.Clients.Add(new ClientRow
        {
            Name = name,
            NameKey = key,
            Networks = string.Join(' ', networks),
            RequestsPerSecond = Rate(draft.RequestsPerSecond),
            View = draft.View is null ? null : await ViewStore.NameAsync(context, draft.View, cancellationToken),
            PasswordHash = draft.Password is { } password ? ClientSecrets.Hash(password) : null,
            TokenHash = token is null ? null : ClientSecrets.HashToken(token),
            DigestSecret = draft is { AllowsDigest: true, Password: { } known } ? _protector.Protect(ClientSecrets.Digest(name, known)) : null,
            CertificateHash = certificate,
            CreatedAt = time.GetUtcNow(),
        });
        await context.SaveChangesAsync(cancellationToken);
        await context.RaiseSettingsAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return token;
    }

    /// <summary>Gives a client another view, which counts within a second, on open connections too.</summary>
    /// <param name="name">The client's.</param>
    /// <param name="view">The view's name; null for the whole directory.</param>
    /// <exception cref="ProblemException">There is no such client, or no such view.</exception>
    public Task SetViewAsync(string name, string? view, CancellationToken cancellationToken) => ChangeAsync(
        name,
        async (context, row) => row.View = view is null ? null : await ViewStore.NameAsync(context, view, cancellationToken),
        cancellationToken);

    /// <param name="name">The client's.</param>
    /// <param name="rate">How often it may ask in a second; null for no limit of its own.</param>
    /// <exception cref="ProblemException">There is no such client, or the rate is unfit.</exception>
    public Task SetRateAsync(string name, int? rate, CancellationToken cancellationToken) => ChangeAsync(
        name,
        (_, row) => Task.FromResult(row.RequestsPerSecond = Rate(rate)),
        cancellationToken);

    /// <exception cref="ProblemException">There is no such client.</exception>
    public Task RemoveAsync(string name, CancellationToken cancellationToken) => ChangeAsync(
        name,
        (context, row) => Task.FromResult(context.Clients.Remove(row)),
        cancellationToken);

    private async Task ChangeAsync(string name, Func<SwitchbookContext, ClientRow, Task> change, CancellationToken cancellationToken)
    {
        var key = Key(name);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var row = await context.Clients.SingleOrDefaultAsync(row => row.NameKey == key, cancellationToken)
            ?? throw new ProblemException(ClientProblems.NotFound.With(name));
        await change(context, row);
        await context.SaveChangesAsync(cancellationToken);
        await context.RaiseSettingsAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static ImmutableArray<IPNetwork> Check(ClientDraft draft)
    {
        var name = draft.Name.Trim();
        if (name.Length is 0 or > LongestName || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_'))
        {
            throw new ProblemException(ClientProblems.NameUnfit.With(name.Length > LongestName ? name[..LongestName] : name));
        }

        if (draft.Password is { } password
            && (password.Length is < ShortestPassword or > LongestPassword || password.Any(char.IsControl)))
        {
            throw new ProblemException(ClientProblems.PasswordUnfit.With());
        }

        if (draft.AllowsDigest && !Ascii.IsValid(draft.Password ?? throw new ProblemException(ClientProblems.DigestWithoutPassword.With())))
        {
            throw new ProblemException(ClientProblems.DigestPasswordUnfit.With());
        }

        return draft is { Password: null, HasToken: false, Certificate: null } && draft.Networks.Count == 0
            ? throw new ProblemException(ClientProblems.OpenToAll.With())
            : [.. draft.Networks.Select(Network)];
    }

    private static int? Rate(int? rate) =>
        rate is < 1 or > HighestRate ? throw new ProblemException(ClientProblems.RateUnfit.With(rate, HighestRate)) : rate;

    private static IPNetwork Network(string text) =>
        NetworkText.TryRead(text, out var network) ? network : throw new ProblemException(ClientProblems.NetworkUnfit.With(text));

    private static string Key(string name) => name.Trim().ToUpperInvariant();

    private Client FromRow(ClientRow row, Dictionary<string, ClientView> views) => new()
    {
        Name = row.Name,
        View = row.View is null ? null : views.GetValueOrDefault(row.View, ClientView.Nothing),
        Networks = [.. row.Networks.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(IPNetwork.Parse)],
        RequestsPerSecond = row.RequestsPerSecond,
        PasswordHash = row.PasswordHash,
        TokenHash = row.TokenHash,
        DigestSecret = row.DigestSecret is { } secret ? Open(secret) : null,
        CertificateHash = row.CertificateHash,
        CreatedAt = row.CreatedAt,
    };

    /// <summary>Null when it was encrypted with keys that are gone: then DIGEST-MD5 is refused, and the password works all the same.</summary>
    private byte[]? Open(byte[] secret)
    {
        try
        {
            return _protector.Unprotect(secret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
