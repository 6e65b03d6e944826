using System.CommandLine;
using Switchbook.Links;

namespace Switchbook.Cli;

/// <summary><c>link remove NAME</c>: the link goes, and its entries with it.</summary>
internal static class LinkRemoveCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The link to remove." };
        var command = new Command("remove", "Removes a link and its entries from the directory.") { name };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var link = parsed.GetRequiredValue(name);
            await installation.Get<LinkStore>().RemoveAsync(link, cancellationToken);
            Output.Say($"Removed link '{link}' and its entries.");
            return ExitCode.Done;
        });
        return command;
    }
}
