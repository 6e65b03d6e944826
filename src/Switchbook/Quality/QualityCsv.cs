using CsvHelper;
using Switchbook.Synchronization;

namespace Switchbook.Quality;

/// <summary>
/// The report as a table for a spreadsheet (RFC 4180, UTF-8). A name is written by whoever may change a profile, so what a
/// spreadsheet would take for a formula is marked as text (OWASP, "CSV Injection").
/// </summary>
internal static class QualityCsv
{
    private static readonly CsvWriterOptions Safe = new() { Injection = CsvInjection.Escape };

    public static async Task WriteAsync(Stream output, IEnumerable<QualityFinding> findings)
    {
        await using var csv = CsvWriter.Create(output, Safe, leaveOpen: true);
        await WriteAsync(csv, "problem", "name", "number", "person", "source", "detail");
        foreach (var finding in findings)
        {
            await WriteAsync(csv, RunJson.Name(finding.Problem), finding.Name, finding.Number, finding.Person, finding.Source, finding.Detail);
        }
    }

    private static ValueTask WriteAsync(CsvWriter csv, params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        return csv.EndRecordAsync(CancellationToken.None);
    }
}
