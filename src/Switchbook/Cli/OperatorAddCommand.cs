using System.CommandLine;
using Switchbook.Access.Operators;

namespace Switchbook.Cli;

/// <summary><c>operator add NAME</c>: lets a person sign in to the Web Manager.</summary>
internal static class OperatorAddCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The name to sign in with." };
        var role = new Option<OperatorRole>("--role")
        {
            Description = "administrator (all), operator (runs links, decides on held runs, edits entries) or viewer (reads).",
            DefaultValueFactory = _ => OperatorRole.Administrator,
        };
        role.AcceptOnlyFromAmong([.. Enum.GetNames<OperatorRole>().Select(each => each.ToLowerInvariant())]);
        var command = new Command("add", "Lets a person sign in. From the first one on, everybody must.") { name, role, NewPassword.File };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var password = await NewPassword.ReadAsync(parsed, cancellationToken);
            var draft = new OperatorDraft(parsed.GetRequiredValue(name), parsed.GetValue(role), password);
            var added = await installation.Get<OperatorStore>().AddAsync(draft, cancellationToken);
            Output.Say($"'{added.Name}' may sign in as {added.Role.ToString().ToLowerInvariant()}.");
            return ExitCode.Done;
        });
        return command;
    }
}
