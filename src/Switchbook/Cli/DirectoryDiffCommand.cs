using System.CommandLine;
using Switchbook.History;
using Switchbook.Synchronization;

namespace Switchbook.Cli;

/// <summary><c>directory diff V1 V2</c>: what changed for phones from one version to another.</summary>
internal static class DirectoryDiffCommand
{
    public static Command Create()
    {
        var from = new Argument<long>("V1") { Description = "The version before, as 'directory history' lists it." };
        var to = new Argument<long>("V2") { Description = "The version after." };
        var command = new Command("diff", "Shows what differs between two versions, entry by entry.") { from, to, Verb.Json };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var changes = await installation.Get<DirectoryHistory>()
                .DiffAsync(parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), cancellationToken);
            if (parsed.GetValue(Verb.Json))
            {
                Output.WriteJson(changes);
                return ExitCode.Done;
            }

            Output.WriteTable(
                ["Change", "Name", "Number", "Before", "Source"],
                changes.Select(change => (string[])
                [
                    RunJson.Name(change.Kind),
                    change.Name,
                    change.Number,
                    change.Before is { } before ? $"{before.Name} {before.Number}" : "",
                    change.Source,
                ]));
            return ExitCode.Done;
        });
        return command;
    }
}
