using Switchbook.Numbers;
using Switchbook.PhoneDirectory.Columns;

namespace Switchbook.PhoneDirectory.Searching;

/// <summary>Finds entries as people type into a search box.</summary>
internal static class EntrySearch
{
    private const int RowsAtOnce = 8192;

    /// <summary>The places of the entries, best first, each once.</summary>
    public static IReadOnlyList<int> Find(DirectorySnapshot snapshot, string text, int limit)
    {
        var hits = new List<int>();
        if (limit <= 0 || snapshot.EntryCount == 0)
        {
            return hits;
        }

        using var seen = new RowSet(snapshot.EntryCount);
        AddNumbers(snapshot, text, limit, seen, hits);
        var query = NameQuery.Parse(text);
        using var found = new RowSet(snapshot.EntryCount);
        query.AddBeginnings(snapshot.Entries.Names, found);
        Take(found, seen, limit, hits);
        for (var from = 0; from < snapshot.EntryCount && hits.Count < limit; from += RowsAtOnce)
        {
            found.Clear();
            query.AddAnywhere(snapshot.Entries.Names, from, Math.Min(from + RowsAtOnce, snapshot.EntryCount), found);
            Take(found, seen, limit, hits);
        }

        return hits;
    }

    private static void AddNumbers(DirectorySnapshot snapshot, string text, int limit, RowSet seen, List<int> hits)
    {
        var reading = NumberReader.ReadQuery(text, snapshot.DefaultRegion);
        if (reading.HasLetters || !reading.IsUsable)
        {
            return;
        }

        foreach (var entry in snapshot.Numbers.Find(text, null))
        {
            Take(entry, seen, limit, hits);
        }

        using var found = new RowSet(snapshot.EntryCount);
        snapshot.Numbers.AddBeginning(text, found);
        Take(found, seen, limit, hits);
        found.Clear();
        snapshot.Numbers.AddContaining(text, found);
        Take(found, seen, limit, hits);
    }

    private static void Take(RowSet found, RowSet seen, int limit, List<int> hits)
    {
        for (var row = found.Next(0); row >= 0 && hits.Count < limit; row = found.Next(row + 1))
        {
            Take(row, seen, limit, hits);
        }
    }

    private static void Take(int row, RowSet seen, int limit, List<int> hits)
    {
        if (hits.Count < limit && !seen.Contains(row))
        {
            seen.Add(row);
            hits.Add(row);
        }
    }
}
