using Switchbook.Synchronization;

namespace Switchbook.Cli;

/// <summary>Prints what a run would do, entry by entry.</summary>
internal static class ChangeTable
{
    public static void Write(IEnumerable<EntryChange> changes) => Output.WriteTable(
        ["Change", "Name", "Number", "Before"],
        changes.Select(change => (string[])
        [
            RunJson.Name(change.Kind),
            change.Name,
            change.Number,
            change.Before is { } before ? $"{before.Name} {before.Number}" : "",
        ]));
}
