using System.CommandLine;
using Switchbook.ChangeNotifications;
using Switchbook.Links;

namespace Switchbook.Cli;

/// <summary><c>link list</c>: all links, a line each, in their precedence.</summary>
internal static class LinkListCommand
{
    public static Command Create()
    {
        var command = new Command("list", "Lists the links in their precedence.") { Verb.Json };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var links = await installation.Get<LinkStore>().ListAsync(cancellationToken);
            var now = installation.Get<TimeProvider>().GetUtcNow();
            if (parsed.GetValue(Verb.Json))
            {
                var arranged = await installation.Get<SubscriptionStore>().ListAsync(cancellationToken);
                Output.WriteJson(links.Select(link => LinkText.Json(link, SubscriptionState.Of(link, arranged.GetValueOrDefault(link.Id)), now)));
                return ExitCode.Done;
            }

            Output.WriteTable(
                ["Order", "Name", "Directory", "Name field", "Number fields", "Credential"],
                links.Select(link => (string[])
                [
                    $"{link.Order}", link.Name, LinkText.Scope(link), link.Mapping.NameField, link.Mapping.NumberFieldsText, LinkText.Credential(link.CredentialInUse, now),
                ]));
            foreach (var link in links)
            {
                Output.Warn(link.CredentialInUse?.Warning(link.Name, now));
            }

            return ExitCode.Done;
        });
        return command;
    }
}
