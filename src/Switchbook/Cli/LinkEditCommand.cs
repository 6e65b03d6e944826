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
        var dropEarlier = new Option<bool>("--drop-earlier-credential")
        {
            Description = "Remove the earlier of two credentials now, not only after the later one has signed in for a day.",
        };
        var options = new LinkOptions();
        var command = new Command("edit", "Changes a link; what is not given stays, and a new credential stands beside the present one until it has signed in.") { name, newName, dropEarlier };
        options.AddTo(command, required: false);
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var store = installation.Get<LinkStore>();
            var current = await store.FindAsync(parsed.GetRequiredValue(name), cancellationToken);
            var known = LinkDraft.Of(current) with { Name = parsed.GetValue(newName) ?? current.Name };
            var draft = await options.ReadAsync(parsed, known, promptForSecret: false, cancellationToken);
            var (link, faults) = LinkValidation.Check(draft);
            if (link is null)
            {
                return Output.Refuse(faults);
            }

            var saved = await store.EditAsync(current.Name, link, draft.Credential, cancellationToken);
            if (parsed.GetValue(dropEarlier))
            {
                await store.DropEarlierCredentialAsync(saved.Name, cancellationToken);
            }

            Output.Say($"Saved link '{saved.Name}'.");
            return ExitCode.Done;
        });
        return command;
    }
}
