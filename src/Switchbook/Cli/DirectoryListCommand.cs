using System.CommandLine;
using Switchbook.Synchronization;

namespace Switchbook.Cli;

/// <summary><c>directory list</c>: every entry, sorted by name, then number.</summary>
internal static class DirectoryListCommand
{
    public static Command Create()
    {
        var leftOut = new Option<bool>("--left-out") { Description = "List instead what the limit (Directory:MaximumEntries) leaves out." };
        var command = new Command("list", "Lists the system directory.") { leftOut, Verb.Json };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var snapshot = await installation.Get<DirectoryLoader>().LoadAsync(cancellationToken);
            var entries = parsed.GetValue(leftOut)
                ? snapshot.Sources.SelectMany(source => snapshot.OverLimit(source.Name))
                : Enumerable.Range(0, snapshot.EntryCount).Select(ordinal => snapshot[ordinal]);
            EntryText.Print(entries, parsed.GetValue(Verb.Json));
            return ExitCode.Done;
        });
        return command;
    }
}
