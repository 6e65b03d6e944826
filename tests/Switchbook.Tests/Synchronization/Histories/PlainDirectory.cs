using System.Collections.Immutable;
using Switchbook.Synchronization;

namespace Switchbook.Tests.Synchronization.Histories;

/// <summary>What should stand of one link, said as plainly as possible: who is in, by slot, and the entries that each gives.</summary>
internal sealed record PlainDirectory(ImmutableSortedDictionary<int, ImmutableArray<PlainEntry>> People)
{
    public static readonly PlainDirectory Empty = new(ImmutableSortedDictionary<int, ImmutableArray<PlainEntry>>.Empty);

    public int Entries => People.Values.Sum(entries => entries.Length);

    public int Listed => People.Values.Count(entries => entries.Length > 0);

    /// <summary>What a whole read of the tenant gives.</summary>
    public static PlainDirectory Of(PlainTenant tenant, PlainLink link) => new(
        Enumerable.Range(0, tenant.People.Length)
            .Where(slot => tenant.People[slot].IsThere && link.Takes(tenant, slot))
            .ToImmutableSortedDictionary(slot => slot, slot => EntriesOf(tenant.People[slot], link.Numbers)));

    /// <summary>The names and numbers that phones see: in the order of the names, up to the limit.</summary>
    /// <param name="limit">How many entries may stand.</param>
    /// <param name="ids">The object ID of each slot's person, which decides between people of one name.</param>
    public IEnumerable<(string Name, string Number)> Seen(int limit, IReadOnlyList<string> ids) => People
        .Where(person => person.Value.Length > 0)
        .OrderBy(person => Plain(person.Value[0]).ToUpperInvariant(), StringComparer.Ordinal)
        .ThenBy(person => Plain(person.Value[0]), StringComparer.Ordinal)
        .ThenBy(person => ids[person.Key], StringComparer.Ordinal)
        .SelectMany(person => person.Value)
        .Take(limit)
        .Select(entry => (entry.Name, entry.Number));

    /// <summary>Only those who are in another directory too.</summary>
    public PlainDirectory Within(PlainDirectory other) => new(People.RemoveRange(People.Keys.Except(other.People.Keys)));

    /// <summary>How many entries a change to another directory adds, changes and removes.</summary>
    public (int Added, int Changed, int Removed) To(PlainDirectory other)
    {
        var (added, changed, removed) = (0, 0, 0);
        foreach (var slot in People.Keys.Union(other.People.Keys))
        {
            var (before, after) = (EntriesOf(slot), other.EntriesOf(slot));
            var gone = before.Except(after).ToLookup(entry => entry.Kind);
            var come = after.Except(before).ToLookup(entry => entry.Kind);
            foreach (var kind in gone.Concat(come).Select(group => group.Key).Distinct())
            {
                var both = Math.Min(gone[kind].Count(), come[kind].Count());
                (added, changed, removed) = (added + come[kind].Count() - both, changed + both, removed + gone[kind].Count() - both);
            }
        }

        return (added, changed, removed);
    }

    /// <summary>Whether a run that would lead to another directory is to be held.</summary>
    public bool IsGuardedFrom(PlainDirectory other, GuardOptions guards, bool byPeople)
    {
        var (before, after) = byPeople ? (Listed, other.Listed) : (Entries, other.Entries);
        var (_, changed, removed) = byPeople ? (0, 0, People.Count(person => person.Value.Length > 0 && other.EntriesOf(person.Key).Length == 0)) : To(other);
        return before > 0
            && (after < before * guards.LeftShare
                || (removed > guards.FewEntries && removed > before * guards.RemovedShare)
                || (changed > guards.FewEntries && changed > before * guards.ChangedShare));
    }

    private ImmutableArray<PlainEntry> EntriesOf(int slot) => People.GetValueOrDefault(slot, []);

    private static ImmutableArray<PlainEntry> EntriesOf(PlainPerson person, string mapping)
    {
        if (!person.IsEnabled || person.IsGuest || person.Name.Length == 0)
        {
            return [];
        }

        var business = person.BusinessNumbers.Select(number => new PlainEntry("businessPhones", person.Name, number));
        var mobile = person.Mobile is { } one ? new[] { new PlainEntry("mobilePhone", $"{person.Name} M", one) } : [];
        var all = mapping switch
        {
            PlainLink.Business => business,
            PlainLink.BusinessAndMobile => business.Concat(mobile),
            _ => mobile.Concat(business),
        };
        return [.. all.Where(entry => entry.Number.Any(char.IsDigit)).Distinct()];
    }

    /// <summary>The person's name without the suffix of a mobile number.</summary>
    private static string Plain(PlainEntry entry) => entry.Kind == "mobilePhone" ? entry.Name[..^2] : entry.Name;
}
