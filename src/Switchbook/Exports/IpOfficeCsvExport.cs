using Switchbook.Numbers;
using Switchbook.Phonebooks;
using Switchbook.PhoneDirectory;

namespace Switchbook.Exports;

/// <summary>
/// What IP Office Manager imports into its configuration: name and number without a heading, in UTF-8, each name and number once.
/// </summary>
internal sealed class IpOfficeCsvExport(NumberPolicies policies) : TextExport("ipoffice-csv", "text/csv", "ipoffice.csv")
{
    // The base class hands on what is usual for files; a PBX wants its own form unless somebody asked for another.
    protected override IEnumerable<string> Pieces(DirectorySnapshot snapshot, NumberPolicy policy) =>
        new IpOfficeRecords(snapshot, policy == NumberPolicy.Stored ? policies.Of(NumberPolicies.IpOffice) : policy)
            .Select(record => CsvText.Line(record.Name, record.Number));
}
