using System.CommandLine;
using Switchbook.Access.Tokens;

namespace Switchbook.Cli;

/// <summary><c>token remove NAME</c>: the program may ask no more, from the next second on.</summary>
internal static class TokenRemoveCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The token to remove." };
        var command = new Command("remove", "Ends a token at once.") { name };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            await installation.Get<ApiTokenStore>().RemoveAsync(parsed.GetRequiredValue(name), cancellationToken);
            Output.Say($"Removed token '{parsed.GetRequiredValue(name)}'.");
            return ExitCode.Done;
        });
        return command;
    }
}
