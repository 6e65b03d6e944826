using System.CommandLine;
using Switchbook.Access.Operators;

namespace Switchbook.Cli;

/// <summary><c>operator password NAME</c>: gives a person a new password and ends their sessions.</summary>
internal static class OperatorPasswordCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The operator." };
        var command = new Command("password", "Sets a new password; whoever signed in under the old one is signed out.") { name, NewPassword.File };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var password = await NewPassword.ReadAsync(parsed, cancellationToken);
            await installation.Get<OperatorStore>().SetPasswordAsync(parsed.GetRequiredValue(name), password, cancellationToken);
            Output.Say($"'{parsed.GetRequiredValue(name)}' has a new password.");
            return ExitCode.Done;
        });
        return command;
    }
}
