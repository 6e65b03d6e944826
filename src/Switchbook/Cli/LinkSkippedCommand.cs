using System.CommandLine;
using Switchbook.Links;
using Switchbook.Synchronization;

namespace Switchbook.Cli;

/// <summary><c>link skipped NAME</c>: who was read and gives no entry, and why.</summary>
internal static class LinkSkippedCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The link." };
        var command = new Command("skipped", "Lists who was read and gives no entry, with the reason.") { name, Verb.Json };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var link = await installation.Get<LinkStore>().FindAsync(parsed.GetRequiredValue(name), cancellationToken);
            var skipped = await installation.Get<DirectoryStore>().SkippedAsync(link.Id, cancellationToken);
            if (parsed.GetValue(Verb.Json))
            {
                Output.WriteJson(skipped);
                return ExitCode.Done;
            }

            Output.WriteTable(
                ["Reason", "Name", "Person"],
                skipped.Select(person => (string[])[RunJson.Name(person.Reason), person.Name, person.Person]));
            return ExitCode.Done;
        });
        return command;
    }
}
