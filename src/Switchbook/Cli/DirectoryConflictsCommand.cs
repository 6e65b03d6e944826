using System.CommandLine;
using Switchbook.PhoneDirectory;
using Switchbook.Synchronization;

namespace Switchbook.Cli;

/// <summary><c>directory conflicts</c>: numbers and names that different people share.</summary>
internal static class DirectoryConflictsCommand
{
    public static Command Create()
    {
        var command = new Command("conflicts", "Lists numbers and names that different people share; all of them stand.") { Verb.Json };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var snapshot = await installation.Get<DirectoryLoader>().LoadAsync(cancellationToken);
            var conflicts = DirectoryConflicts.Find(snapshot).ToList();
            if (parsed.GetValue(Verb.Json))
            {
                Output.WriteJson(conflicts.Select(conflict => new { conflict.Kind, Entries = conflict.Entries.Select(EntryText.Json) }));
                return ExitCode.Done;
            }

            Output.WriteTable(
                ["Shared", "Name", "Number", "Source", "ID"],
                conflicts.SelectMany(conflict => conflict.Entries.Select(entry => (string[])
                [
                    conflict.Kind == ConflictKind.SameNumber ? "number" : "name", entry.Name, entry.Number, entry.Source, entry.Id,
                ])));
            Output.Say($"{conflicts.Count(conflict => conflict.Kind == ConflictKind.SameNumber)} numbers and {conflicts.Count(conflict => conflict.Kind == ConflictKind.SameName)} names are shared by different people.");
            return ExitCode.Done;
        });
        return command;
    }
}
