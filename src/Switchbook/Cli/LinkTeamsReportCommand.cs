using System.CommandLine;
using Switchbook.Links;
using Switchbook.Synchronization;

namespace Switchbook.Cli;

/// <summary><c>link teams-report NAME</c>: people whose number in Teams is not the one on their contact card.</summary>
internal static class LinkTeamsReportCommand
{
    private static readonly string[] Columns = ["Name", "Mail", "Department", "Teams number", "Business phones", "Object ID"];

    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The link whose people are compared." };
        var csv = new Option<bool>("--csv") { Description = "Print comma-separated values (RFC 4180)." };
        var command = new Command("teams-report", "Lists people whose number in Teams differs from businessPhones; changes nothing.") { name, csv, Verb.Json };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var link = await installation.Get<LinkStore>().FindAsync(parsed.GetRequiredValue(name), cancellationToken);
            var people = await ProgressLine.ShowAsync(
                $"Reading {link.Name}",
                progress => installation.Get<TeamsReport>().ReadAsync(link, progress, cancellationToken));
            if (parsed.GetValue(Verb.Json))
            {
                Output.WriteJson(people);
            }
            else if (parsed.GetValue(csv))
            {
                PrintCsv(people);
            }
            else
            {
                Output.WriteTable(Columns, people.Select(Row));
            }

            Output.Say($"{people.Count} people have another number in Teams than on their contact card, {people.Count(person => person.BusinessPhones.IsEmpty)} of them none on the card.");
            return ExitCode.Done;
        });
        return command;
    }

    private static string[] Row(TeamsDifference person) =>
        [person.Name, person.Mail, person.Department, person.TeamsNumber, string.Join("; ", person.BusinessPhones), person.Person];

    private static void PrintCsv(IEnumerable<TeamsDifference> people)
    {
        foreach (var row in people.Select(Row).Prepend(Columns))
        {
            Console.Out.WriteLine(string.Join(',', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")));
        }
    }
}
