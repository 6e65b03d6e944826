namespace Switchbook.EntryImports;

/// <summary>An import as the API and <c>--json</c> tell it.</summary>
internal static class ImportText
{
    public static object Json(ImportReport report) => new
    {
        Applied = report.IsApplied,
        Added = report.New,
        report.Unchanged,
        report.Wrong,
        Lines = report.Lines.Select(line => new
        {
            line.Line,
            line.Name,
            line.Number,
            Outcome = OutcomeOf(line),
            line.Problem?.Code,
            line.Problem?.Message,
        }),
    };

    /// <summary><c>wrong</c>, <c>unchanged</c> or <c>added</c>.</summary>
    public static string OutcomeOf(ImportLine line) => line.Problem is not null ? "wrong" : line.IsThere ? "unchanged" : "added";
}
