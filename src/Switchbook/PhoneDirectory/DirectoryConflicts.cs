using Switchbook.Numbers;

namespace Switchbook.PhoneDirectory;

/// <summary>Finds entries that different people share, so that somebody can look; nothing is dropped for them.</summary>
/// <remarks>Reads every number anew: meant for a report, not for a phone's question.</remarks>
internal static class DirectoryConflicts
{
    /// <summary>Shared numbers first, then shared names, each in the directory's order.</summary>
    public static IEnumerable<DirectoryConflict> Find(DirectorySnapshot snapshot) =>
        SameNumbers(snapshot).Concat(SameNames(snapshot));

    /// <summary>A number with another extension is another number.</summary>
    private static IEnumerable<DirectoryConflict> SameNumbers(DirectorySnapshot snapshot) =>
        Enumerable.Range(0, snapshot.EntryCount)
            .GroupBy(row => KeyOf(snapshot, row))
            .Where(group => SeveralPeople(snapshot, group))
            .Select(group => Conflict(snapshot, ConflictKind.SameNumber, group));

    private static (DigitString Number, DigitString Extension) KeyOf(DirectorySnapshot snapshot, int row)
    {
        var reading = NumberReader.Read(snapshot[row].Number, snapshot.RegionOf(row));
        return (reading.Number, reading.Extension);
    }

    /// <summary>Entries stand by folded name, so that the same names are neighbours.</summary>
    private static IEnumerable<DirectoryConflict> SameNames(DirectorySnapshot snapshot)
    {
        var first = 0;
        for (var row = 1; row <= snapshot.EntryCount; row++)
        {
            if (row < snapshot.EntryCount && IsSameName(snapshot, first, row))
            {
                continue;
            }

            var same = Enumerable.Range(first, row - first);
            if (SeveralPeople(snapshot, same))
            {
                yield return Conflict(snapshot, ConflictKind.SameName, same);
            }

            first = row;
        }
    }

    private static bool IsSameName(DirectorySnapshot snapshot, int row, int other) =>
        snapshot.Entries.Names.Plain(row).SequenceEqual(snapshot.Entries.Names.Plain(other));

    private static bool SeveralPeople(DirectorySnapshot snapshot, IEnumerable<int> rows) =>
        rows.Select(row => snapshot.Entries[row].Person).Distinct().Skip(1).Any();

    private static DirectoryConflict Conflict(DirectorySnapshot snapshot, ConflictKind kind, IEnumerable<int> rows) =>
        new(kind, [.. rows.Select(row => snapshot[row])]);
}
