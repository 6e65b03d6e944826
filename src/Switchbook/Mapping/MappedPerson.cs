using Switchbook.PhoneDirectory;

namespace Switchbook.Mapping;

/// <summary>What the mapping made of one person: entries, or the reason for none.</summary>
/// <param name="Duplicates">How many numbers were left out because the person has an entry of that name and number already.</param>
internal readonly record struct MappedPerson(DirectoryPerson? Person, SkipReason? Skipped, int Duplicates = 0);
