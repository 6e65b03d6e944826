using System.CommandLine;
using Switchbook.Synchronization;

namespace Switchbook.Cli;

/// <summary><c>directory lookup NUMBER</c>: who is calling, however the number is written.</summary>
internal static class DirectoryLookupCommand
{
    private const int MostMatches = 50;

    public static Command Create()
    {
        var number = new Argument<string>("NUMBER") { Description = "The number in any form, or an extension." };
        var command = new Command("lookup", "Tells whose number it is; the best match first.") { number, Verb.Json };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var snapshot = await installation.Get<DirectoryLoader>().LoadAsync(cancellationToken);
            var matches = snapshot.Lookup(parsed.GetRequiredValue(number), limit: MostMatches).ToList();
            EntryText.Print(matches, parsed.GetValue(Verb.Json));
            if (matches.Count > 0)
            {
                return ExitCode.Done;
            }

            Output.Say($"Nobody in the directory has the number {parsed.GetRequiredValue(number)}.");
            return ExitCode.NotFound;
        });
        return command;
    }
}
