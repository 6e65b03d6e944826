using System.CommandLine;
using Switchbook.History;

namespace Switchbook.Cli;

/// <summary><c>directory who NUMBER --on DATE</c>: whose number it was.</summary>
internal static class DirectoryWhoCommand
{
    public static Command Create()
    {
        var number = new Argument<string>("NUMBER") { Description = "The number in any form, or an extension." };
        var on = new Option<string>("--on")
        {
            Description = "A day such as 2027-03-31, or a time such as 2027-03-31T14:05; of this computer's time zone unless it names one.",
            Required = true,
        };
        var command = new Command("who", "Tells who had a number on a day or at a time.") { number, on, Verb.Json };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var asked = AskedTime.Read(parsed.GetRequiredValue(on), installation.Get<TimeProvider>());
            var owners = await installation.Get<DirectoryHistory>().WhoAsync(parsed.GetRequiredValue(number), asked, cancellationToken);
            if (parsed.GetValue(Verb.Json))
            {
                Output.WriteJson(owners);
            }
            else
            {
                Output.WriteTable(
                    ["Name", "Number", "From", "Until", "Source"],
                    owners.Select(owner => (string[])[owner.Name, owner.Number, Time(owner.From), Time(owner.Until), owner.Source]));
            }

            if (owners.Count > 0)
            {
                return ExitCode.Done;
            }

            Output.Say($"Nobody in the directory had the number {parsed.GetRequiredValue(number)} then.");
            return ExitCode.NotFound;
        });
        return command;
    }

    private static string Time(DateTimeOffset? time) => time is { } known ? VersionText.Time(known) : "";
}
