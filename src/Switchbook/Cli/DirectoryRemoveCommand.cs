using System.CommandLine;
using Switchbook.History;
using Switchbook.Synchronization;

namespace Switchbook.Cli;

/// <summary><c>directory remove ID</c>: removes an entry made by hand.</summary>
internal static class DirectoryRemoveCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "The entry's ID, as 'directory list' shows it." };
        var command = new Command("remove", "Removes an entry that was added by hand.") { id };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            await installation.Get<ManualEntries>().RemoveAsync(parsed.GetRequiredValue(id), cancellationToken);
            Output.Say($"Removed entry {parsed.GetRequiredValue(id)}.");
            VersionText.SayPin(await installation.Get<DirectoryHistory>().PinnedAsync(cancellationToken));
            return ExitCode.Done;
        });
        return command;
    }
}
