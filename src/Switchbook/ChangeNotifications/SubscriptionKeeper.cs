using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Switchbook.Links;
using Switchbook.Problems;
using Switchbook.Storage;
using Switchbook.Synchronization;

namespace Switchbook.ChangeNotifications;

/// <summary>Keeps a subscription for each link that wants to be told of changes: makes, renews and ends it.</summary>
internal sealed partial class SubscriptionKeeper(
    LinkStore links,
    SubscriptionStore store,
    LinkSubscription subscription,
    CurrentSubscriptions current,
    SyncSchedule schedule,
    IOptions<ChangeNotificationOptions> options,
    DataDirectory data,
    TimeProvider time,
    ILogger<SubscriptionKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Retry = TimeSpan.FromMinutes(15);

    // As they stood at the last look: what a link that was removed since has to end.
    private readonly Dictionary<int, (Link Link, string SubscriptionId)> _kept = [];

    /// <summary>Loads what is arranged before any door opens.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await PublishAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>One look at all links.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        // Of several servers on one directory one is enough; all know what is arranged.
        using (var only = FileLock.TryTake(data, "subscriptions"))
        {
            if (only is not null)
            {
                await KeepAsync(cancellationToken);
            }
        }

        await PublishAsync(cancellationToken);
    }

    [SuppressMessage("Design", "CA1031", Justification = "A database that is away for a while must not end the server; the next look comes.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            // First of all, since Microsoft asks the door back, which must be open by then.
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

    private async Task PublishAsync(CancellationToken cancellationToken) => current.Publish((await store.ListAsync(cancellationToken)).Values);

    private async Task KeepAsync(CancellationToken cancellationToken)
    {
        var all = await links.ListAsync(cancellationToken);
        var rows = await store.ListAsync(cancellationToken);
        foreach (var (id, (link, subscriptionId)) in _kept.Where(kept => all.All(link => link.Id != kept.Key)).ToList())
        {
            await EndAsync(link, subscriptionId, cancellationToken);
            _kept.Remove(id);
        }

        foreach (var link in all)
        {
            var row = await KeepAsync(link, rows.GetValueOrDefault(link.Id), cancellationToken);
            if (row?.SubscriptionId is { } subscriptionId)
            {
                _kept[link.Id] = (link, subscriptionId);
            }
            else
            {
                _kept.Remove(link.Id);
            }
        }
    }

    /// <returns>What is arranged afterwards.</returns>
    private async Task<SubscriptionRow?> KeepAsync(Link link, SubscriptionRow? row, CancellationToken cancellationToken)
    {
        var address = options.Value.AddressOf(link.Id);
        var subject = link.Notifications ? $"{link.TenantId} {link.ClientId} {link.Endpoints.Graph} {address}" : null;
        switch (SubscriptionRules.Next(subject, row, current.TakeEvent(link.Id), time.GetUtcNow()))
        {
            case SubscriptionStep.Nothing:
                return row;
            case SubscriptionStep.End:
                if (row!.SubscriptionId is { } id)
                {
                    await EndAsync(link, id, cancellationToken);
                }

                await store.RemoveAsync(link.Id, cancellationToken);
                return null;
            case var step:
                var after = await TryAsync(link, subject!, row, step, cancellationToken);
                await store.SaveAsync(after, cancellationToken);
                return after;
        }
    }

    private async Task<SubscriptionRow> TryAsync(
        Link link, string subject, SubscriptionRow? row, SubscriptionStep step, CancellationToken cancellationToken)
    {
        try
        {
            var address = options.Value.AddressOf(link.Id) ?? throw new ProblemException(SubscriptionProblems.NoAddress.With(link.Name));
            return step == SubscriptionStep.Renew && await subscription.RenewAsync(link, address, row!.SubscriptionId!, cancellationToken) is { } ends
                ? Renewed(link, row, ends)
                : await CreateAsync(link, address, subject, cancellationToken);
        }
        catch (ProblemException refused)
        {
            var problem = JsonSerializer.Serialize(refused.Problem);
            if (row?.Problem != problem)
            {
                LogNotArranged(link.Name, refused.Problem.Code, refused.Problem.Message, refused.Problem.Action);
            }

            return new()
            {
                LinkId = link.Id,
                Subject = subject,
                SubscriptionId = step == SubscriptionStep.Renew ? row!.SubscriptionId : null,
                StateHash = step == SubscriptionStep.Renew ? row!.StateHash : [],
                Ends = row?.Ends ?? default,
                Problem = problem,
                NextTryAt = time.GetUtcNow() + Retry,
            };
        }
    }

    private async Task<SubscriptionRow> CreateAsync(Link link, Uri address, string subject, CancellationToken cancellationToken)
    {
        var made = await subscription.CreateAsync(link, address, subject, cancellationToken);
        LogArranged(link.Name, made.Ends);

        // What changed before it was arranged nobody tells.
        schedule.RunSoon(link.Id, options.Value.Delay);
        return made;
    }

    private SubscriptionRow Renewed(Link link, SubscriptionRow row, DateTimeOffset ends)
    {
        LogArranged(link.Name, ends);
        (row.Ends, row.Problem, row.NextTryAt) = (ends, null, default);
        return row;
    }

    private async Task EndAsync(Link link, string subscriptionId, CancellationToken cancellationToken)
    {
        try
        {
            await subscription.EndAsync(link, subscriptionId, cancellationToken);
        }
        catch (ProblemException unasked)
        {
            LogNotEnded(link.Name, unasked.Problem.Code, unasked.Problem.Message);
        }
    }

    [LoggerMessage(EventId = 6001, Level = LogLevel.Information, Message = "Microsoft tells link {Link} of changes until {Ends:u}")]
    private partial void LogArranged(string link, DateTimeOffset ends);

    [LoggerMessage(EventId = 6002, Level = LogLevel.Warning, Message = "Microsoft does not tell link {Link} of changes, which runs by its interval: {Code} {Reason} {Action}")]
    private partial void LogNotArranged(string link, string code, string reason, string action);

    [LoggerMessage(EventId = 6003, Level = LogLevel.Debug, Message = "The subscription of link {Link} ends by itself: {Code} {Reason}")]
    private partial void LogNotEnded(string link, string code, string reason);

    [LoggerMessage(EventId = 6004, Level = LogLevel.Error, Message = "What is arranged with Microsoft cannot be read from the database")]
    private partial void LogDatabaseAway(Exception fault);
}
