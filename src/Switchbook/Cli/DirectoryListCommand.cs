using System.CommandLine;
using Switchbook.Synchronization;

namespace Switchbook.Cli;

/// <summary><c>directory list</c>: every entry, sorted by name, then number.</summary>
internal static class DirectoryListCommand
{
    public static Command Create()
    {
        var leftOut = new Option<bool>("--left-out") { Description = "List instead what the limit (Directory:MaximumEntries) leaves out." };
        var hidden = new Option<bool>("--hidden") { Description = "List instead what links give of people who stand through a link before them." };
        var command = new Command("list", "Lists the system directory.") { leftOut, hidden, Verb.Json };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            if (parsed.GetValue(hidden))
            {
                PrintHidden(await installation.Get<DirectoryLoader>().HiddenAsync(cancellationToken), parsed.GetValue(Verb.Json));
                return ExitCode.Done;
            }

            var snapshot = await installation.Get<DirectoryLoader>().LoadAsync(cancellationToken);
            var entries = parsed.GetValue(leftOut)
                ? snapshot.Sources.SelectMany(source => snapshot.OverLimit(source.Name))
                : Enumerable.Range(0, snapshot.EntryCount).Select(ordinal => snapshot[ordinal]);
            EntryText.Print(entries, parsed.GetValue(Verb.Json));
            return ExitCode.Done;
        });
        return command;
    }

    private static void PrintHidden(IReadOnlyList<HiddenEntry> hidden, bool json)
    {
        if (json)
        {
            Output.WriteJson(hidden);
            return;
        }

        Output.WriteTable(
            ["Name", "Number", "Source", "Kind", "Stands through"],
            hidden.Select(entry => (string[])[entry.Name, entry.Number, entry.Source, entry.Kind, entry.Through]));
    }
}
