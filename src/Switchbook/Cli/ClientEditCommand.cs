using System.CommandLine;
using Switchbook.Access.Clients;

namespace Switchbook.Cli;

/// <summary><c>client edit NAME</c>: gives it another view, from the next second on.</summary>
internal static class ClientEditCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The client." };
        var view = new Option<string>("--view") { Description = "The view that it has from now on." };
        var whole = new Option<bool>("--whole") { Description = "The whole directory, in place of a view." };
        var command = new Command("edit", "Changes what a client sees of the directory.") { name, view, whole };
        command.Validators.Add(given =>
        {
            if (given.GetValue(view) is null != given.GetValue(whole))
            {
                given.AddError("Give --view NAME, or --whole.");
            }
        });
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            await installation.Get<ClientStore>().SetViewAsync(parsed.GetRequiredValue(name), parsed.GetValue(view), cancellationToken);
            Output.Say($"Client '{parsed.GetRequiredValue(name)}' sees {(parsed.GetValue(view) is { } given ? $"the view '{given}'" : "the whole directory")}.");
            return ExitCode.Done;
        });
        return command;
    }
}
