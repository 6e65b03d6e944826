using System.CommandLine;
using Switchbook.Synchronization;

namespace Switchbook.Cli;

/// <summary><c>directory search TEXT</c>: names and numbers, as a phone would find them.</summary>
internal static class DirectorySearchCommand
{
    private const int DefaultLimit = 50;

    public static Command Create()
    {
        var text = new Argument<string>("TEXT") { Description = "Beginnings of names in any order, or digits of a number." };
        var limit = new Option<int>("--limit") { Description = "The most entries to print.", DefaultValueFactory = _ => DefaultLimit };
        var command = new Command("search", "Searches the system directory.") { text, limit, Verb.Json };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var snapshot = await installation.Get<DirectoryLoader>().LoadAsync(cancellationToken);
            EntryText.Print(snapshot.Search(parsed.GetRequiredValue(text), parsed.GetValue(limit)), parsed.GetValue(Verb.Json));
            return ExitCode.Done;
        });
        return command;
    }
}
