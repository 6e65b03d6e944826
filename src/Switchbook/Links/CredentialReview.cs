using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Switchbook.Graph;
using Switchbook.Problems;
using Switchbook.Storage;

namespace Switchbook.Links;

/// <summary>
/// Looks after a link's credentials after a good run: which one signs in, when they end as the registration has it, and
/// whether the earlier one has had its day.
/// </summary>
internal sealed partial class CredentialReview(
    IDbContextFactory<SwitchbookContext> contexts,
    LinkCredentials credentials,
    GraphSessions sessions,
    TimeProvider time,
    ILogger<CredentialReview> logger)
{
    /// <summary>
    /// How often the registration is asked, and how long a new credential must have signed in before the earlier one goes:
    /// servers of the sign-in service may not all know a new secret for a while.
    /// </summary>
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Reviews a link whose last review is a day old, or whose newest credential has not signed in yet.</summary>
    public Task ReviewAfterRunAsync(Link link, CancellationToken cancellationToken) =>
        link.Credential is { ProvenAt: not null, ReviewedAt: { } last } && time.GetUtcNow() - last < Day
            ? Task.CompletedTask
            : ReviewAsync(link, cancellationToken);

    /// <summary>What cannot be found out is left as it is: a review fails no run.</summary>
    public async Task ReviewAsync(Link link, CancellationToken cancellationToken)
    {
        try
        {
            var session = sessions.Open(credentials.Open(link), interactive: false, progress: null);
            var token = await session.SignInAsync(link.Scope, cancellationToken);
            var registered = await RegistrationReader.ReadAsync(session, token, cancellationToken) ?? [];
            await RecordAsync(link, token.NewerRefused, registered, cancellationToken);
        }
        catch (ProblemException unknown)
        {
            LogUnknown(link.Name, unknown.Problem.Code, unknown.Problem.Message);
        }
        catch (RequestFailedException unknown)
        {
            LogUnknown(link.Name, "", unknown.Failure.Reference);
        }
        catch (Exception away) when (away is DbException or DbUpdateException)
        {
            LogUnknown(link.Name, "", away.Message);
        }
    }

    private async Task RecordAsync(
        Link link, Problem? refused, IReadOnlyList<RegisteredCredential> registered, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await context.Links.Include(row => row.Credentials).SingleOrDefaultAsync(row => row.Id == link.Id, cancellationToken);
        var rows = stored?.Credentials.OrderByDescending(row => row.Id).ToList() ?? [];
        foreach (var row in rows)
        {
            Note(row, link, registered, now);
        }

        if (refused is not null)
        {
            LogRefused(link.Name, refused.Code, refused.Message);
        }

        var used = rows.Find(row => row.Id == (refused is null ? link.Credential : link.EarlierCredential)?.Id);
        if (used is not null)
        {
            used.ProvenAt ??= now;
            Warn(link, used, now);
        }

        if (used == rows.FirstOrDefault() && used?.ProvenAt is { } proven && now - proven >= Day && rows.Count > 1)
        {
            context.Credentials.RemoveRange(rows.Skip(1));
            LogRetired(link.Name);
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Says once for each threshold that the credential ends: when it was not passed yet at the last review.</summary>
    private void Warn(Link link, CredentialRow used, DateTimeOffset now)
    {
        var credential = LinkCredential.Of(used);
        var before = used.ReviewedAt is { } last ? credential.WarningLevel(last) : null;
        if (credential.WarningLevel(now) != before && credential.Warning(link.Name, now) is { } warning)
        {
            LogEnds(link.Name, warning.Code, warning.Message, warning.Action);
        }

        used.ReviewedAt = now;
    }

    private void Note(CredentialRow row, Link link, IReadOnlyList<RegisteredCredential> registered, DateTimeOffset now)
    {
        var known = new[] { link.Credential, link.EarlierCredential }.FirstOrDefault(credential => credential?.Id == row.Id);
        if (known is not null && RegisteredCredential.Find(registered, credentials.Open(link, known), row.KeyId, now) is { } found)
        {
            (row.KeyId, row.Ends, row.EndsKnownBy) = (found.KeyId, found.Ends, "registration");
        }
    }

    [LoggerMessage(EventId = 4001, Level = LogLevel.Debug, Message = "The credentials of link {Link} could not be looked after: {Code} {Reason}")]
    private partial void LogUnknown(string link, string code, string reason);

    [LoggerMessage(EventId = 4002, Level = LogLevel.Warning, Message = "The newer credential of link {Link} is refused, the earlier one signed in: {Code} {Reason}")]
    private partial void LogRefused(string link, string code, string reason);

    [LoggerMessage(EventId = 4003, Level = LogLevel.Information, Message = "The earlier credential of link {Link} is removed: the newer one has signed in for a day")]
    private partial void LogRetired(string link);

    [LoggerMessage(EventId = 4004, Level = LogLevel.Warning, Message = "The credential of link {Link} is near its end: {Code} {Reason} {Action}")]
    private partial void LogEnds(string link, string code, string reason, string action);
}
