using Switchbook.Mapping;
using Switchbook.Numbers;
using Switchbook.PhoneDirectory;
using Switchbook.Synchronization;

namespace Switchbook.Quality;

/// <summary>What is doubtful in the data of the directory services, for the people who own it; changes nothing.</summary>
internal sealed class QualityReport(DirectoryLoader loader, DirectoryStore store)
{
    /// <summary>By kind, then in the directory's order.</summary>
    public async Task<IReadOnlyList<QualityFinding>> MakeAsync(CancellationToken cancellationToken)
    {
        var snapshot = await loader.LoadLatestAsync(cancellationToken);
        var skipped = await store.SkippedAsync(linkId: null, cancellationToken);
        return [.. Find(snapshot).Concat(skipped.Select(Missing).OfType<QualityFinding>()).OrderBy(finding => finding.Problem)];
    }

    /// <summary>What the entries that stand show.</summary>
    public static IEnumerable<QualityFinding> Find(DirectorySnapshot snapshot) =>
        Enumerable.Range(0, snapshot.EntryCount).Select(row => Number(snapshot, row)).OfType<QualityFinding>()
            .Concat(DirectoryConflicts.Find(snapshot).SelectMany(Shared));

    /// <summary>Entries made by hand are nobody's data but ours, and door stations and groups often are extensions.</summary>
    private static QualityFinding? Number(DirectorySnapshot snapshot, int row)
    {
        var entry = snapshot[row];
        return entry.Source == DirectorySource.Manual ? null : DialCheck.Of(entry.Number, snapshot.RegionOf(row)) switch
        {
            DialVerdict.Undialable => Finding(
                QualityProblem.UndialableNumber, entry, $"This cannot be dialled, read as a number of {snapshot.RegionOf(row).Code}."),
            DialVerdict.ExtensionAlone => Finding(
                QualityProblem.ExtensionWithoutStem, entry, "Write the full number; from outside this extension reaches nobody."),
            _ => null,
        };
    }

    private static IEnumerable<QualityFinding> Shared(DirectoryConflict conflict)
    {
        var problem = conflict switch
        {
            { Kind: ConflictKind.SameNumber } => QualityProblem.SharedNumber,
            { Entries: var entries } when entries.Select(entry => entry.Name).Distinct(StringComparer.Ordinal).Skip(1).Any() => QualityProblem.AlikeName,
            _ => QualityProblem.SameName,
        };
        return conflict.Entries.Select(entry =>
        {
            var others = conflict.Entries.Where(other => PersonOf(other) != PersonOf(entry));
            return Finding(problem, entry, $"Also: {string.Join("; ", others.Select(other => $"{other.Name} {other.Number}"))}.");
        });
    }

    /// <summary>Only what the directory service's owners can mend: whom a link leaves out on purpose is no flaw.</summary>
    private static QualityFinding? Missing(SkippedPerson person) => person.Reason switch
    {
        SkipReason.NoName => Finding(QualityProblem.MissingName, person, "The name field is empty."),
        SkipReason.NoNumber => Finding(QualityProblem.MissingNumber, person, "None of the number fields holds anything."),
        SkipReason.NoUsableNumber => Finding(QualityProblem.MissingNumber, person, "The number fields hold nothing that is a number."),
        _ => null,
    };

    private static QualityFinding Finding(QualityProblem problem, DirectoryEntry entry, string detail) =>
        new(problem, entry.Name, entry.Number, PersonOf(entry), entry.Source, detail);

    private static QualityFinding Finding(QualityProblem problem, SkippedPerson person, string detail) =>
        new(problem, person.Name, "", person.Person, person.Link, detail);

    private static string PersonOf(DirectoryEntry entry) => entry.PersonId ?? entry.Id;
}
