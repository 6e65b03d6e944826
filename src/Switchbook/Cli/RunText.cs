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
        text.Append(report.Reason is { } reason ? $", everyone read ({Words(reason)})" : ", changes alone read");
        text.Append(CultureInfo.InvariantCulture, $" ({report.Added} added, {report.Changed} changed, {report.Removed} removed, {report.Unchanged} unchanged)");
        if (report.Missed > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {report.Missed} people stood wrong because the service had not told their changes; they are right now");
        }

        foreach (var (why, count) in report.Skipped)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {count} people skipped: {Words(why)}");
        }

        if (report.Duplicates > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {report.Duplicates} numbers left out: the person has an entry of that name and number already");
        }

        foreach (var warning in report.Warnings)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  Warning: {warning.Code}: {warning.Message} {warning.Action}");
        }

        if (report.OverLimit > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  Warning: {report.OverLimit} entries are over the directory's limit and left out (Directory:MaximumEntries).");
        }

        return text.ToString();
    }

    private static string Words(FullReason reason) => reason switch
    {
        FullReason.First => "the first run",
        FullReason.Asked => "as asked",
        FullReason.Due => "as from time to time",
        FullReason.RulesChanged => "the mapping or the choice of people was changed",
        FullReason.ScopeChanged => "the link reads others than before",
        FullReason.NotTracked => "the service cannot tell their changes",
        FullReason.DeltaLost => "the service forgot where the last run stood",
        _ => "people joined or left the group",
    };

    private static string Words(string reason) => reason switch
    {
        "disabled" => "the account is disabled",
        "guest" => "a guest",
        "resourceAccount" => "a resource account of Teams",
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
