namespace Switchbook.Synchronization;

/// <summary>One entry that a run adds, changes or removes.</summary>
/// <param name="Kind">Added, changed or removed.</param>
/// <param name="Person">The person's object ID.</param>
/// <param name="Name">The name after the run; of a removed entry, the name it had.</param>
/// <param name="Number">The number after the run; of a removed entry, the number it had.</param>
/// <param name="Before">What the entry was before, when it changes.</param>
internal sealed record EntryChange(ChangeKind Kind, string Person, string Name, string Number, EntryText? Before = null);
