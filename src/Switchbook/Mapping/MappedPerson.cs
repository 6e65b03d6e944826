using Switchbook.PhoneDirectory;

namespace Switchbook.Mapping;

/// <summary>What the mapping made of one person: entries, or the reason for none.</summary>
/// <param name="Person">Without numbers, and maybe without a name, when there is a reason for none.</param>
/// <param name="Skipped">Why there are no entries; null when there are.</param>
/// <param name="Duplicates">How many numbers were left out because the person has an entry of that name and number already.</param>
internal readonly record struct MappedPerson(DirectoryPerson Person, SkipReason? Skipped, int Duplicates = 0);
