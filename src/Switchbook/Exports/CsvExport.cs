using Switchbook.Numbers;
using Switchbook.PhoneDirectory;

namespace Switchbook.Exports;

/// <summary>A line an entry (RFC 4180), under a heading: name and number first, as IP Office has them.</summary>
internal sealed class CsvExport() : TextExport("csv", "text/csv", "directory.csv")
{
    protected override IEnumerable<string> Pieces(DirectorySnapshot snapshot, NumberPolicy policy)
    {
        yield return CsvText.Line("Name", "Number", "Kind", "Source", "Person");
        for (var ordinal = 0; ordinal < snapshot.EntryCount; ordinal++)
        {
            var entry = snapshot[ordinal];
            var number = policy.Write(entry.Number, snapshot.RegionOf(ordinal));
            yield return CsvText.Line(entry.Name, number, entry.Kind, entry.Source, entry.PersonId ?? "");
        }
    }
}
