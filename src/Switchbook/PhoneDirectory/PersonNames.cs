using Switchbook.PhoneDirectory.Columns;

namespace Switchbook.PhoneDirectory;

/// <summary>The folded names of people, a column for each part.</summary>
internal sealed record PersonNames(NameColumn Full, NameColumn Given, NameColumn Sur);
