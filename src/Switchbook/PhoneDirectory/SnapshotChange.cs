namespace Switchbook.PhoneDirectory;

/// <summary>What leads from one snapshot to a later one.</summary>
/// <param name="PersonIds">Whoever came, changed or went, from whichever source.</param>
/// <param name="Sources">All sources, each with those of its people who are among them.</param>
/// <param name="Listed">How many people each source gives afterwards, those included who stand through an earlier one.</param>
internal sealed record SnapshotChange(
    HashSet<string> PersonIds, IReadOnlyList<DirectorySource> Sources, IReadOnlyList<int> Listed);
