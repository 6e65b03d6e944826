using System.CommandLine;
using Switchbook.Access.Clients;

namespace Switchbook.Cli;

/// <summary><c>client remove NAME</c>: it may ask no more, from the next second on.</summary>
internal static class ClientRemoveCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The client to remove." };
        var command = new Command("remove", "Shuts a client out.") { name };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var client = parsed.GetRequiredValue(name);
            await installation.Get<ClientStore>().RemoveAsync(client, cancellationToken);
            Output.Say($"Removed client '{client}'.");
            return ExitCode.Done;
        });
        return command;
    }
}
