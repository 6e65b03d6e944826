using System.CommandLine;
using Switchbook.Links;

namespace Switchbook.Cli;

/// <summary><c>link edit NAME …</c>: changes what is given and keeps the rest.</summary>
internal static class LinkEditCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The link to change." };
        var newName = new Option<string>("--name") { Description = "A new configuration name." };
        var options = new LinkOptions();
        var command = new Command("edit", "Changes a link; what is not given stays, the credential too.") { name, newName };
        options.AddTo(command, required: false);
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var store = installation.Get<LinkStore>();
            var current = await store.FindAsync(parsed.GetRequiredValue(name), cancellationToken);
            var known = LinkText.Draft(current) with { Name = parsed.GetValue(newName) ?? current.Name };
            var draft = await options.ReadAsync(parsed, known, promptForSecret: false, cancellationToken);
            var (link, faults) = LinkValidation.Check(draft);
            if (link is null)
            {
                return Output.Refuse(faults);
            }

            var saved = await store.EditAsync(current.Name, link, draft.Credential, cancellationToken);
            Output.Say($"Saved link '{saved.Name}'.");
            return ExitCode.Done;
        });
        return command;
    }
}
