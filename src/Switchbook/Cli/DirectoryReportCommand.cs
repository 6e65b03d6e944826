using System.CommandLine;
using Switchbook.Quality;
using Switchbook.Synchronization;

namespace Switchbook.Cli;

/// <summary><c>directory report</c>: what the owners of the directory service's data should look at.</summary>
internal static class DirectoryReportCommand
{
    public static Command Create()
    {
        var format = new Option<string>("--format") { Description = "text, csv or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "csv", "json");
        var command = new Command("report", "Lists what is doubtful in the data: numbers, names and people without them.") { format, Verb.Json };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var findings = await installation.Get<QualityReport>().MakeAsync(cancellationToken);
            switch (parsed.GetValue(Verb.Json) ? "json" : parsed.GetValue(format))
            {
                case "json":
                    Output.WriteJson(findings);
                    break;
                case "csv":
                    await QualityCsv.WriteAsync(Console.OpenStandardOutput(), findings);
                    break;
                default:
                    Print(findings);
                    break;
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(IReadOnlyList<QualityFinding> findings)
    {
        Output.WriteTable(
            ["Problem", "Name", "Number", "Source", "Detail"],
            findings.Select(finding => (string[])
            [
                RunJson.Name(finding.Problem), finding.Name, finding.Number, finding.Source, finding.Detail,
            ]));
        var counts = findings.CountBy(finding => finding.Problem).Select(pair => $"{pair.Value} {RunJson.Name(pair.Key)}");
        Output.Say(findings.Count == 0 ? "Nothing is doubtful." : $"{string.Join(", ", counts)}.");
    }
}
