namespace Switchbook.PhoneDirectory;

/// <summary>What one source brings into the directory.</summary>
/// <param name="Name">The link's name, or <see cref="DirectorySource.Manual"/>.</param>
/// <param name="People">How many people of it stand, with one entry or more.</param>
/// <param name="Entries">How many entries of it stand.</param>
/// <param name="OverLimit">How many entries the limit left out.</param>
/// <param name="Hidden">How many people of it stand through a link of higher precedence instead.</param>
internal sealed record SourceCount(string Name, int People, int Entries, int OverLimit, int Hidden = 0);
