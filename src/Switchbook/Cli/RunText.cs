using System.Globalization;
using System.Text;
using Switchbook.Synchronization;

namespace Switchbook.Cli;

/// <summary>A run in words, and as an exit code.</summary>
internal static class RunText
{
    /// <summary>Failed before held before done.</summary>
    public static int Worst(IEnumerable<RunReport> reports) => reports.Aggregate(
        ExitCode.Done,
        (worst, report) => (worst, report.Outcome) switch
        {
            (ExitCode.Failed, _) or (_, RunOutcome.Failed) => ExitCode.Failed,
            (ExitCode.Held, _) or (_, RunOutcome.Held) => ExitCode.Held,
            _ => ExitCode.Done,
        });

    public static string Summary(RunReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{report.Link}: {RunJson.Name(report.Outcome)} in {report.DurationSeconds:0.0} s");
        if (report.Outcome != RunOutcome.Succeeded)
        {
            return text.Append("; the directory is as it was.").ToString();
        }

        text.Append(CultureInfo.InvariantCulture, $": {report.People} people, {report.Entries} entries");
        text.Append(CultureInfo.InvariantCulture, $" ({report.Added} added, {report.Changed} changed, {report.Removed} removed, {report.Unchanged} unchanged)");
        foreach (var (reason, count) in report.Skipped)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {count} people skipped: {Words(reason)}");
        }

        if (report.Duplicates > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {report.Duplicates} numbers left out: the person has an entry of that name and number already");
        }

        if (report.OverLimit > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  Warning: {report.OverLimit} entries are over the directory's limit and left out (Directory:MaximumEntries).");
        }

        return text.ToString();
    }

    private static string Words(string reason) => reason switch
    {
        "disabled" => "the account is disabled",
        "guest" => "a guest",
        "hidden" => "hidden from address lists",
        "noTeamsPlan" => "no Teams plan",
        "otherDepartment" => "another department",
        "otherCompany" => "another company",
        "otherOffice" => "another office",
        "otherAttribute" => "another attribute",
        "excludedPerson" => "excluded by name",
        "excludedGroup" => "in an excluded group",
        "noName" => "no name",
        "noNumber" => "no number",
        "noUsableNumber" => "no usable number",
        _ => reason,
    };
}
