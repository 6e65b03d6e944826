using System.CommandLine;
using Switchbook.Audit;
using Switchbook.Exports;

namespace Switchbook.Cli;

/// <summary><c>audit list</c>: who did what, newest first.</summary>
internal static class AuditListCommand
{
    private const int DefaultLimit = 100;

    public static Command Create()
    {
        var kind = new Option<string>("--kind") { Description = "Only what begins so, such as link, operator.refused or run." };
        var text = new Option<string>("--text") { Description = "Only where who, where from or what about contains this." };
        var from = new Option<DateTimeOffset?>("--from") { Description = "Not before this day or time." };
        var until = new Option<DateTimeOffset?>("--until") { Description = "Before this day or time." };
        var limit = new Option<int>("--limit") { Description = $"The most lines to print, up to {AuditQuestion.LargestPage}.", DefaultValueFactory = _ => DefaultLimit };
        var csv = new Option<bool>("--csv") { Description = "Print all lines as CSV." };
        var command = new Command("list", "Lists who did what, newest first.") { kind, text, from, until, limit, csv, Verb.Json };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var trail = installation.Get<AuditTrail>();
            var question = new AuditQuestion
            {
                Kind = parsed.GetValue(kind),
                Text = parsed.GetValue(text),
                From = parsed.GetValue(from),
                Until = parsed.GetValue(until),
            };
            if (parsed.GetValue(csv))
            {
                await using var output = Console.OpenStandardOutput();
                await AuditCsv.WriteAsync(output, trail.AllAsync(question, cancellationToken));
                return ExitCode.Done;
            }

            var lines = await trail.ListAsync(question, parsed.GetValue(limit), cancellationToken);
            if (parsed.GetValue(Verb.Json))
            {
                Output.WriteJson(lines);
                return ExitCode.Done;
            }

            Output.WriteTable(
                ["At", "What", "Who", "From", "About", "Details"],
                lines.Select(line => (string[])
                    [VersionText.Time(line.At), line.Kind, line.Actor, line.Address ?? "", line.Subject, line.Details?.ToJsonString() ?? ""]));
            return ExitCode.Done;
        });
        return command;
    }
}
