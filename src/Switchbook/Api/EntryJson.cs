using Switchbook.PhoneDirectory;

namespace Switchbook.Api;

/// <summary>One entry of the system directory.</summary>
/// <param name="Id">Stable for as long as the entry stands; the ID to delete a manual entry by.</param>
/// <param name="Source">The link's name, or <c>manual</c>.</param>
/// <param name="Person">The person's object ID in Entra; null for a manual entry.</param>
/// <param name="Kind">The mapped field, such as <c>businessPhones</c>.</param>
internal sealed record EntryJson(string Id, string Name, string Number, string Source, string? Person, string Kind)
{
    public static EntryJson Of(DirectoryEntry entry) =>
        new(entry.Id, entry.Name, entry.Number, entry.Source, entry.PersonId, entry.Kind);
}
