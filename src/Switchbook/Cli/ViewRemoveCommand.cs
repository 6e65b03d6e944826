using System.CommandLine;
using Switchbook.Access.Views;

namespace Switchbook.Cli;

/// <summary><c>view remove NAME</c>: one that no client has.</summary>
internal static class ViewRemoveCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The view to remove." };
        var command = new Command("remove", "Removes a view that no client has.") { name };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            await installation.Get<ViewStore>().RemoveAsync(parsed.GetRequiredValue(name), cancellationToken);
            Output.Say($"Removed view '{parsed.GetRequiredValue(name)}'.");
            return ExitCode.Done;
        });
        return command;
    }
}
