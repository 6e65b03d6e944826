using System.Collections.Concurrent;
using Switchbook.SimulatedTenant.Graph;

namespace Switchbook.SimulatedTenant.Subscriptions;

/// <summary>The subscriptions that have not ended.</summary>
internal sealed class TenantSubscriptions(TimeProvider clock)
{
    /// <summary>Of one application in one tenant (Graph, "Change notifications overview", limits of Microsoft Entra resources).</summary>
    public const int Most = 100;

    private readonly ConcurrentDictionary<string, Subscription> _all = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<Subscription> All => [.. _all.Values.Where(one => one.Ends > clock.GetUtcNow()).OrderBy(one => one.Id, StringComparer.Ordinal)];

    public Subscription? Find(string id) => All.FirstOrDefault(one => one.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <exception cref="GraphRefusal">There are too many.</exception>
    public void Add(Subscription subscription)
    {
        if (All.Count >= Most)
        {
            throw new GraphRefusal(403, "ExtensionError", $"The limit of {Most} subscriptions of this application in the tenant is reached.");
        }

        _all[subscription.Id] = subscription;
    }

    public void Renew(Subscription subscription, DateTimeOffset ends) => _all[subscription.Id] = subscription with { Ends = ends };

    public bool Remove(string id) => Find(id) is not null && _all.TryRemove(id, out _);
}
