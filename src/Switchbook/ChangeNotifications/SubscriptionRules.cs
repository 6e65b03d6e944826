using Switchbook.Storage;

namespace Switchbook.ChangeNotifications;

/// <summary>When a subscription is made, renewed and ended.</summary>
internal static class SubscriptionRules
{
    /// <summary>Half of its life: there is time for many tries before it ends.</summary>
    public static readonly TimeSpan RenewBefore = TimeSpan.FromDays(14);

    /// <param name="subject">Of which application, and to which address; null when nobody wants to be told.</param>
    /// <param name="row">What is arranged; null for nothing.</param>
    /// <param name="lifecycleEvent">What Microsoft said of it last (Graph, "lifecycleEventType"); null for nothing.</param>
    public static SubscriptionStep Next(string? subject, SubscriptionRow? row, string? lifecycleEvent, DateTimeOffset now)
    {
        if (subject is null)
        {
            return row is null ? SubscriptionStep.Nothing : SubscriptionStep.End;
        }

        if (row is null || row.Subject != subject || lifecycleEvent == "subscriptionRemoved")
        {
            return SubscriptionStep.Create;
        }

        var isAlive = row.SubscriptionId is not null && row.Ends > now;
        return lifecycleEvent == "reauthorizationRequired" && isAlive ? SubscriptionStep.Renew
            : row.NextTryAt > now ? SubscriptionStep.Nothing
            : !isAlive ? SubscriptionStep.Create
            : row.Ends - now < RenewBefore ? SubscriptionStep.Renew
            : SubscriptionStep.Nothing;
    }
}
