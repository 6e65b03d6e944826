using Switchbook.PhoneDirectory;

namespace Switchbook.Cli;

/// <summary>Entries of the system directory as verbs print them.</summary>
internal static class EntryText
{
    public static void Print(IEnumerable<DirectoryEntry> entries, bool json)
    {
        if (json)
        {
            Output.WriteJson(entries.Select(Json));
            return;
        }

        Output.WriteTable(
            ["Name", "Number", "Source", "Kind", "ID"],
            entries.Select(entry => (string[])[entry.Name, entry.Number, entry.Source, entry.Kind, entry.Id]));
    }

    /// <summary>The JSON object of one entry.</summary>
    public static object Json(DirectoryEntry entry) => new
    {
        entry.Id,
        entry.Name,
        entry.Number,
        entry.Source,
        Person = entry.PersonId,
        entry.Kind,
    };
}
