using System.Collections.Concurrent;

namespace Switchbook.Ldap.Tree;

/// <summary>A snapshot's orders of whole tables, made when first asked for. There are few: phones ask for one.</summary>
internal sealed class KnownOrders
{
    private const int Most = 16;

    private readonly ConcurrentDictionary<string, Lazy<int[]>> _orders = new(StringComparer.Ordinal);

    /// <summary>The order of a name, made at most once; beyond so many names nothing is kept.</summary>
    public int[] Get(string name, Func<int[]> make)
    {
        if (_orders.TryGetValue(name, out var known))
        {
            return known.Value;
        }

        return _orders.Count < Most ? _orders.GetOrAdd(name, new Lazy<int[]>(make)).Value : make();
    }
}
