using System.CommandLine;
using Switchbook.Links;

namespace Switchbook.Cli;

/// <summary><c>link add NAME …</c>: checks and saves a link.</summary>
internal static class LinkAddCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The configuration name, such as TeamsDirectory." };
        var options = new LinkOptions();
        var command = new Command("add", "Saves a new link.") { name };
        options.AddTo(command, required: true);
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var typed = new LinkDraft { Name = parsed.GetRequiredValue(name) };
            var draft = await options.ReadAsync(parsed, typed, promptForSecret: true, cancellationToken);
            var (link, faults) = LinkValidation.Check(draft);
            if (draft.Credential is null or CredentialDraft.Kept)
            {
                faults = faults.Add(new("client-secret-file", LinkProblems.SecretMissing.With()));
            }

            if (link is null || faults.Length > 0)
            {
                return Output.Refuse(faults);
            }

            var saved = await installation.Get<LinkStore>().AddAsync(link, draft.Credential, cancellationToken);
            if (saved.Credential is { Kind: CredentialKinds.Certificate })
            {
                Output.Say($"See the public part of its certificate, to upload, with 'switchbook link certificate {saved.Name} --show'.");
            }

            Output.Say($"Saved link '{saved.Name}'. Try it with 'switchbook link test {saved.Name}'.");
            return ExitCode.Done;
        });
        return command;
    }
}
