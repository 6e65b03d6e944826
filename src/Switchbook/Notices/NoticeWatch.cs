using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Switchbook.Links;
using Switchbook.Notices.Channels;
using Switchbook.Problems;
using Switchbook.Storage;

namespace Switchbook.Notices;

/// <summary>
/// Looks from time to time at how the links do, and tells what changed. It reads what runs stored and takes no part in them,
/// so that no delivery holds one up.
/// </summary>
internal sealed partial class NoticeWatch(
    LinkStore links,
    HealthReader health,
    NoticeStore store,
    NoticeDelivery delivery,
    DataDirectory data,
    TimeProvider time,
    ILogger<NoticeWatch> logger) : BackgroundService
{
    /// <summary>What happens between two looks goes into one notice.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    /// <summary>One look: finds news, then delivers what is due.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        // Of several servers on one directory one is enough.
        using var only = FileLock.TryTake(data, "notices");
        if (only is not null)
        {
            await FindNewsAsync(cancellationToken);
            foreach (var waiting in (await store.WaitingAsync(cancellationToken)).GroupBy(row => row.Target, StringComparer.Ordinal))
            {
                await DeliverAsync(waiting.Key, waiting, cancellationToken);
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A database that is away for a while must not end the server; the next look comes.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (delivery.Channels.Count > 0)
        {
            await Task.Delay(Look, time, stoppingToken);
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogDatabaseAway(fault);
            }
        }
    }

    private async Task FindNewsAsync(CancellationToken cancellationToken)
    {
        var known = await store.ToldAsync(cancellationToken);
        var told = ImmutableArray.CreateBuilder<(Link, Told)>();
        var news = ImmutableArray.CreateBuilder<News>();
        foreach (var link in await links.ListAsync(cancellationToken))
        {
            var before = known.GetValueOrDefault(link.Id, Told.Nothing);
            var (after, found) = NoticeRules.Judge(before, await health.ReadAsync(link, cancellationToken));
            news.AddRange(found);
            if (after != before)
            {
                told.Add((link, after));
            }
        }

        if (told.Count > 0)
        {
            var now = time.GetUtcNow();
            var notice = news.Count > 0 ? Notice.Of(news.ToImmutable(), now) : null;
            await store.SaveAsync(told, notice, delivery.Channels.Select(channel => channel.Name), now, cancellationToken);
        }
    }

    /// <summary>What waits for one target, in its order: what came later never overtakes.</summary>
    private async Task DeliverAsync(string target, IEnumerable<NoticeRow> waiting, CancellationToken cancellationToken)
    {
        var channel = delivery.Channels.FirstOrDefault(channel => channel.Name == target);
        foreach (var row in waiting)
        {
            if (channel is null)
            {
                // No longer in the settings.
                await store.RemoveAsync(row, cancellationToken);
            }
            else if (row.NextAt > time.GetUtcNow() || !await TryAsync(channel, row, cancellationToken))
            {
                return;
            }
        }
    }

    /// <returns>False when it is to be tried again.</returns>
    private async Task<bool> TryAsync(INoticeChannel channel, NoticeRow row, CancellationToken cancellationToken)
    {
        try
        {
            await delivery.SendAsync(channel, NoticeJson.Read(row.Notice), cancellationToken);
            LogDelivered(channel.Name);
        }
        catch (ProblemException refused)
        {
            var tries = row.Tries + 1;
            if (tries == 1)
            {
                LogRefused(refused.Problem.Code, refused.Problem.Message, refused.Problem.Action);
            }

            if (delivery.WaitAfter(tries) is { } wait)
            {
                await store.PutOffAsync(row, tries, time.GetUtcNow() + wait, cancellationToken);
                return false;
            }

            var gone = NoticeProblems.GivenUp.With(channel.Name, tries);
            LogGivenUp(gone.Code, gone.Message, gone.Action);
        }

        await store.RemoveAsync(row, cancellationToken);
        return true;
    }

    [LoggerMessage(EventId = 5001, Level = LogLevel.Information, Message = "A notice went out by the {Channel}")]
    private partial void LogDelivered(string channel);

    [LoggerMessage(EventId = 5002, Level = LogLevel.Warning, Message = "A notice could not be delivered and is tried again: {Code} {Reason} {Action}")]
    private partial void LogRefused(string code, string reason, string action);

    [LoggerMessage(EventId = 5003, Level = LogLevel.Error, Message = "A notice is lost: {Code} {Reason} {Action}")]
    private partial void LogGivenUp(string code, string reason, string action);

    [LoggerMessage(EventId = 5004, Level = LogLevel.Error, Message = "The health of the links cannot be read from the database")]
    private partial void LogDatabaseAway(Exception fault);
}
