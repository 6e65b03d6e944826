using Switchbook.PhoneDirectory;
using Switchbook.PhoneDirectory.Searching;

namespace Switchbook.Web.Entries;

/// <summary>The entries of one snapshot that a query asks for, as places in it: made into rows only when they come into view.</summary>
internal sealed class ShownEntries
{
    /// <summary>Nobody scrolls through more hits of a search; they are told to be more.</summary>
    public const int MostHits = 10_000;

    private readonly IReadOnlyList<int>? _rows;

    private ShownEntries(DirectorySnapshot snapshot, IReadOnlyList<int>? rows, bool isCut)
    {
        (Snapshot, _rows, IsCut) = (snapshot, rows, isCut);
    }

    public DirectorySnapshot Snapshot { get; }

    public int Count => _rows?.Count ?? Snapshot.EntryCount;

    /// <summary>Whether more were found than are shown.</summary>
    public bool IsCut { get; }

    /// <summary>The search is that of the phones; filters then take away from what it found.</summary>
    /// <param name="conflicts">The places of entries that are not the only ones of their name or number.</param>
    public static ShownEntries Find(DirectorySnapshot snapshot, EntryQuery query, IReadOnlySet<int> conflicts)
    {
        if (query.IsEverything)
        {
            return new(snapshot, null, false);
        }

        var rows = query.Text.Length == 0
            ? Enumerable.Range(0, snapshot.EntryCount)
            : EntrySearch.Find(snapshot, query.Text, query.Source.Length + query.Kind.Length == 0 && !query.Conflicts ? MostHits + 1 : int.MaxValue);
        var most = query.Text.Length == 0 ? int.MaxValue : MostHits + 1;
        var found = Filter(snapshot, rows, query, conflicts).Take(most).ToArray();
        return found.Length > MostHits && query.Text.Length > 0
            ? new(snapshot, found[..MostHits], true)
            : new(snapshot, found, false);
    }

    /// <summary>The rows that are in view.</summary>
    public IEnumerable<DirectoryEntry> Window(int start, int count) =>
        Enumerable.Range(start, Math.Clamp(Count - start, 0, count)).Select(index => Snapshot[_rows?[index] ?? index]);

    private static IEnumerable<int> Filter(DirectorySnapshot snapshot, IEnumerable<int> rows, EntryQuery query, IReadOnlySet<int> conflicts)
    {
        var kind = query.Kind.Length == 0 ? -1 : IndexOf(snapshot.Entries.Kinds, query.Kind);
        var source = query.Source.Length == 0 ? -1 : IndexOf([.. snapshot.Sources.Select(count => count.Name)], query.Source);
        return rows.Where(row =>
            (query.Kind.Length == 0 || snapshot.Entries[row].Kind == kind)
            && (query.Source.Length == 0 || snapshot.People[snapshot.Entries[row].Person].Source == source)
            && (!query.Conflicts || conflicts.Contains(row)));
    }

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (var index = 0; index < names.Count; index++)
        {
            if (names[index] == name)
            {
                return index;
            }
        }

        return -1;
    }
}
