using System.CommandLine;
using System.Globalization;
using Switchbook.ChangeNotifications;
using Switchbook.Links;

namespace Switchbook.Cli;

/// <summary><c>link show NAME</c>: every setting but the credential.</summary>
internal static class LinkShowCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The link to show." };
        var command = new Command("show", "Shows a link; never its secret, only when it ends.") { name, Verb.Json };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var link = await installation.Get<LinkStore>().FindAsync(parsed.GetRequiredValue(name), cancellationToken);
            var now = installation.Get<TimeProvider>().GetUtcNow();
            var notifications = SubscriptionState.Of(link, await installation.Get<SubscriptionStore>().FindAsync(link.Id, cancellationToken));
            if (parsed.GetValue(Verb.Json))
            {
                Output.WriteJson(LinkText.Json(link, notifications, now));
                return ExitCode.Done;
            }

            Output.WriteTable(
                ["Setting", "Value"],
                [
                    ["Configuration Name", link.Name],
                    ["Precedence", link.Order.ToString(CultureInfo.InvariantCulture)],
                    ["Directory", LinkText.Scope(link)],
                    ["Tenant ID", link.TenantId],
                    ["Client ID", link.ClientId],
                    ["Credential", LinkText.Credential(link.Credential, now)],
                    ["Earlier credential", LinkText.Credential(link.EarlierCredential, now)],
                    ["Name field", link.Mapping.NameField],
                    ["Number fields", link.Mapping.NumberFieldsText],
                    ["People", AudienceText.Of(link.Audience)],
                    ["Guards", GuardSettings.Text(link.Guards)],
                    ["Cloud", link.Cloud],
                    ["Login endpoint", link.Endpoints.Login.AbsoluteUri],
                    ["Graph endpoint", link.Endpoints.Graph.AbsoluteUri],
                    ["Resync interval", LinkText.Resync(link)],
                    ["Changes", LinkText.Notifications(notifications)],
                    ["Region", link.Region ?? "the directory's default"],
                ]);
            Output.Warn(notifications.Problem);
            Output.Warn(link.CredentialInUse?.Warning(link.Name, now));
            return ExitCode.Done;
        });
        return command;
    }
}
