using Switchbook.Synchronization;

namespace Switchbook.EntryImports;

/// <summary>Imports manual entries from a file: all lines, or none when one is wrong.</summary>
internal sealed class EntryImport(ManualEntries entries)
{
    /// <summary>What would come of a file; changes nothing.</summary>
    public async Task<ImportReport> PreviewAsync(byte[] file, CancellationToken cancellationToken)
    {
        var known = (await entries.ListAsync(cancellationToken))
            .Select(person => (person.Numbers[0].Name, person.Numbers[0].Number))
            .ToHashSet();
        return new(false, [.. CsvEntries.Read(file).Select(line =>
            line.Problem is null && !known.Add((line.Name.Trim(), line.Number.Trim())) ? line with { IsThere = true } : line)]);
    }

    /// <summary>Adds what is new.</summary>
    /// <param name="file">The bytes of the CSV.</param>
    /// <param name="skipWrong">Whether wrong lines are left out; otherwise one of them stops everything.</param>
    /// <param name="cancellationToken">Stops before anything is written.</param>
    public async Task<ImportReport> ApplyAsync(byte[] file, bool skipWrong, CancellationToken cancellationToken)
    {
        var report = await PreviewAsync(file, cancellationToken);
        if (report.Wrong > 0 && !skipWrong)
        {
            return report;
        }

        if (report.New > 0)
        {
            await entries.AddAsync(report.Lines.Where(line => line.IsNew).Select(line => (line.Name, line.Number)), cancellationToken);
        }

        return report with { IsApplied = true };
    }
}
