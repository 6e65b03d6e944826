using System.CommandLine;
using Switchbook.Access.Operators;

namespace Switchbook.Cli;

/// <summary><c>operator remove NAME</c>: the person may sign in no more, and is signed out.</summary>
internal static class OperatorRemoveCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The operator to remove." };
        var force = new Option<bool>("--force") { Description = "Also the last administrator." };
        var command = new Command("remove", "Removes a person, who is signed out too.") { name, force };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            await installation.Get<OperatorStore>().RemoveAsync(parsed.GetRequiredValue(name), parsed.GetValue(force), cancellationToken);
            Output.Say($"Removed operator '{parsed.GetRequiredValue(name)}'.");
            return ExitCode.Done;
        });
        return command;
    }
}
