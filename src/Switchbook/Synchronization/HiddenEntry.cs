namespace Switchbook.Synchronization;

/// <summary>An entry that a link gives and phones do not see, as its person stands through a link of higher precedence.</summary>
/// <param name="Source">The link that gives it.</param>
/// <param name="Person">The person's object ID.</param>
/// <param name="Kind">The mapped property, such as <c>businessPhones</c>.</param>
/// <param name="Through">The link that the person stands through.</param>
internal sealed record HiddenEntry(string Name, string Number, string Source, string Person, string Kind, string Through);
