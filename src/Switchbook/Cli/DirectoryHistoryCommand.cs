using System.CommandLine;
using Switchbook.History;

namespace Switchbook.Cli;

/// <summary><c>directory history</c>: the versions that are kept, newest first.</summary>
internal static class DirectoryHistoryCommand
{
    private const int DefaultLimit = 50;

    public static Command Create()
    {
        var limit = new Option<int>("--limit") { Description = "The most versions to print.", DefaultValueFactory = _ => DefaultLimit };
        var command = new Command("history", "Lists the versions of the directory, newest first.") { limit, Verb.Json };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var history = installation.Get<DirectoryHistory>();
            var versions = await history.ListAsync(parsed.GetValue(limit), before: null, cancellationToken);
            var pinned = await history.PinnedAsync(cancellationToken);
            if (parsed.GetValue(Verb.Json))
            {
                Output.WriteJson(new { Pinned = pinned, Versions = versions });
                return ExitCode.Done;
            }

            Output.WriteTable(
                ["Version", "At", "What", "Added", "Changed", "Removed", ""],
                versions.Select(version => (string[])
                [
                    $"{version.Version}",
                    VersionText.Time(version.At),
                    VersionText.What(version),
                    $"{version.Added}",
                    $"{version.Changed}",
                    $"{version.Removed}",
                    version.Version == pinned ? "served" : "",
                ]));
            VersionText.SayPin(pinned);
            return ExitCode.Done;
        });
        return command;
    }
}
