using System.CommandLine;
using Switchbook.ChangeNotifications;
using Switchbook.Links;
using Switchbook.Problems;

namespace Switchbook.Cli;

/// <summary><c>link remove NAME</c>: the link goes, and its entries with it.</summary>
internal static class LinkRemoveCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The link to remove." };
        var command = new Command("remove", "Removes a link and its entries from the directory.") { name };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var link = parsed.GetRequiredValue(name);
            await EndSubscriptionAsync(installation, link, cancellationToken);
            await installation.Get<LinkStore>().RemoveAsync(link, cancellationToken);
            Output.Say($"Removed link '{link}' and its entries.");
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>What Microsoft does not take back now ends by itself within weeks.</summary>
    private static async Task EndSubscriptionAsync(Installation installation, string name, CancellationToken cancellationToken)
    {
        var link = await installation.Get<LinkStore>().FindAsync(name, cancellationToken);
        if (await installation.Get<SubscriptionStore>().FindAsync(link.Id, cancellationToken) is { SubscriptionId: { } id })
        {
            try
            {
                await installation.Get<LinkSubscription>().EndAsync(link, id, cancellationToken);
            }
            catch (ProblemException unasked)
            {
                Output.Warn(unasked.Problem);
            }
        }
    }
}
