using Switchbook.Synchronization;

namespace Switchbook.History;

/// <summary>One entry that differs between two versions, as phones see them.</summary>
/// <param name="Kind">Added, changed or removed.</param>
/// <param name="Source">The link's name, or <c>manual</c>.</param>
/// <param name="Person">The person's object ID; of an entry made by hand its ID.</param>
/// <param name="Name">The name in the second version; of a removed entry, the name it had.</param>
/// <param name="Number">The number in the second version; of a removed entry, the number it had.</param>
/// <param name="Before">What the entry was in the first version, when it changed.</param>
internal sealed record DirectoryChange(
    ChangeKind Kind, string Source, string Person, string Name, string Number, EntryText? Before = null);
