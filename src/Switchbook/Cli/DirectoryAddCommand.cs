using System.CommandLine;
using Switchbook.History;
using Switchbook.Synchronization;

namespace Switchbook.Cli;

/// <summary><c>directory add NAME NUMBER</c>: an entry made by hand, which wins over every link.</summary>
internal static class DirectoryAddCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The name that phones show." };
        var number = new Argument<string>("NUMBER") { Description = "The number, such as +441632960123." };
        var command = new Command("add", "Adds an entry by hand and prints its ID.") { name, number };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var entries = installation.Get<ManualEntries>();
            var id = await entries.AddAsync(parsed.GetRequiredValue(name), parsed.GetRequiredValue(number), cancellationToken);
            Console.Out.WriteLine(id);
            VersionText.SayPin(await installation.Get<DirectoryHistory>().PinnedAsync(cancellationToken));
            return ExitCode.Done;
        });
        return command;
    }
}
