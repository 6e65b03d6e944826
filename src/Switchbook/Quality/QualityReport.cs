using Switchbook.Numbers;
using Switchbook.PhoneDirectory;
using Switchbook.Synchronization;

namespace Switchbook.Quality;

/// <summary>What is doubtful in the data of the directory services, for the people who own it; changes nothing.</summary>
internal sealed class QualityReport(DirectoryLoader loader)
{
    /// <summary>By kind, then in the directory's order.</summary>
    public async Task<IReadOnlyList<QualityFinding>> MakeAsync(CancellationToken cancellationToken)
    {
        var snapshot = await loader.LoadLatestAsync(null, cancellationToken);
        return [.. Find(snapshot).OrderBy(finding => finding.Problem)];
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

    private static QualityFinding Finding(QualityProblem problem, DirectoryEntry entry, string detail) =>
        new(problem, entry.Name, entry.Number, PersonOf(entry), entry.Source, detail);

    private static string PersonOf(DirectoryEntry entry) => entry.PersonId ?? entry.Id;
}
