namespace Switchbook.PhoneDirectory;

/// <summary>Entries of different people that a phone cannot tell apart; all of them stand.</summary>
/// <param name="Entries">In the directory's order.</param>
internal sealed record DirectoryConflict(ConflictKind Kind, IReadOnlyList<DirectoryEntry> Entries);
