using System.Collections.Immutable;
using Switchbook.Links;
using Switchbook.PhoneDirectory;

namespace Switchbook.Tracing;

/// <summary>Tells what phones see of one person, and what keeps the rest from them.</summary>
internal static class ServedTrace
{
    /// <param name="served">What phones see.</param>
    /// <param name="latest">What they would see without a roll-back.</param>
    /// <param name="link">The link that is asked about.</param>
    /// <param name="person">The object ID.</param>
    public static IEnumerable<TraceStep> Steps(DirectorySnapshot served, DirectorySnapshot latest, Link link, string person)
    {
        var standing = EntriesOf(latest, person);
        if (standing.FirstOrDefault(entry => !entry.Source.Equals(link.Name, StringComparison.OrdinalIgnoreCase)) is { } other)
        {
            yield return new(
                "precedence", TraceVerdict.Stopped, [link.Name], [other.Source], $"The person stands through link '{other.Source}', which takes precedence.");
        }
        else
        {
            yield return new("precedence", TraceVerdict.Passed, [link.Name], [], "No link of higher precedence gives the person.");
        }

        ImmutableArray<string> over = [.. latest.OverLimit(link.Name).Where(entry => entry.PersonId == person).Select(Line)];
        yield return new(
            "limit",
            over.IsEmpty ? TraceVerdict.Passed : standing.IsEmpty ? TraceVerdict.Stopped : TraceVerdict.Empty,
            over,
            [],
            over.IsEmpty ? "The directory's limit leaves nothing of the person out." : "The directory's limit (Directory:MaximumEntries) leaves these entries out.");

        yield return Served(EntriesOf(served, person), served);
    }

    private static TraceStep Served(ImmutableArray<DirectoryEntry> entries, DirectorySnapshot served)
    {
        ImmutableArray<string> lines = [.. entries.Select(Line)];
        var pinned = served.IsPinned ? $" The directory is rolled back to version {served.Version}." : "";
        return entries.IsEmpty
            ? new("served", TraceVerdict.Stopped, [], [], $"Phones see nothing of the person; the next run changes that if no step above stops it.{pinned}")
            : new(
                "served",
                TraceVerdict.Passed,
                [.. entries.Select(entry => entry.Id)],
                lines,
                $"LDAP (uid={entries[0].PersonId}), phone books and caller lookup answer with these entries.{pinned}");
    }

    private static ImmutableArray<DirectoryEntry> EntriesOf(DirectorySnapshot snapshot, string person) =>
        [.. Enumerable.Range(0, snapshot.EntryCount).Select(row => snapshot[row]).Where(entry => entry.PersonId == person)];

    private static string Line(DirectoryEntry entry) => $"{entry.Name} {entry.Number} ({entry.Source})";
}
