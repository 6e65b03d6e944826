using System.Globalization;
using Switchbook.Audit;

namespace Switchbook.Exports;

/// <summary>The audit record as CSV.</summary>
internal static class AuditCsv
{
    public static async Task WriteAsync(Stream body, IAsyncEnumerable<AuditLine> record)
    {
        await using var lines = new StreamWriter(body, leaveOpen: true);
        await lines.WriteAsync(CsvText.Line("id", "at", "kind", "actor", "address", "subject", "details"));
        await foreach (var line in record)
        {
            await lines.WriteAsync(CsvText.Line(
                line.Id.ToString(CultureInfo.InvariantCulture),
                line.At.ToString("O", CultureInfo.InvariantCulture),
                line.Kind,
                line.Actor,
                line.Address ?? "",
                line.Subject,
                line.Details?.ToJsonString() ?? ""));
        }
    }
}
