using Switchbook.PhoneDirectory;
using Switchbook.Synchronization;

namespace Switchbook.History;

/// <summary>Compares what phones see in two versions; which link an entry came through makes no difference to them.</summary>
internal static class SnapshotComparison
{
    /// <summary>In the order of the people's IDs.</summary>
    public static IEnumerable<DirectoryChange> Compare(DirectorySnapshot before, DirectorySnapshot after)
    {
        var gone = Entries(before).ToDictionary(Key);
        var come = new List<DirectoryEntry>();
        foreach (var entry in Entries(after))
        {
            if (!gone.Remove(Key(entry)))
            {
                come.Add(entry);
            }
        }

        var goneOf = gone.Values.ToLookup(PersonOf, StringComparer.Ordinal);
        var comeOf = come.ToLookup(PersonOf, StringComparer.Ordinal);
        return goneOf.Concat(comeOf)
            .Select(person => person.Key)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .SelectMany(person => Changes(person, [.. goneOf[person]], [.. comeOf[person]]));
    }

    private static IEnumerable<DirectoryChange> Changes(string person, DirectoryEntry[] gone, DirectoryEntry[] come) =>
        EntryComparison.Compare(person, Person(person, gone), Person(person, come)).Select(change => new DirectoryChange(
            change.Kind,
            (change.Kind == ChangeKind.Removed ? gone : come)[0].Source,
            person,
            change.Name,
            change.Number,
            change.Before));

    private static IEnumerable<DirectoryEntry> Entries(DirectorySnapshot snapshot) =>
        Enumerable.Range(0, snapshot.EntryCount).Select(ordinal => snapshot[ordinal]);

    private static (string Person, string Kind, string Name, string Number) Key(DirectoryEntry entry) =>
        (PersonOf(entry), entry.Kind, entry.Name, entry.Number);

    private static string PersonOf(DirectoryEntry entry) => entry.PersonId ?? entry.Id;

    private static DirectoryPerson Person(string id, DirectoryEntry[] entries) => new()
    {
        Id = id,
        Name = "",
        Numbers = [.. entries.Select(entry => new DirectoryNumber(entry.Kind, entry.Name, entry.Number))],
    };
}
