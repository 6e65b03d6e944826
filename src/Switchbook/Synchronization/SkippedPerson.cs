using Switchbook.Mapping;

namespace Switchbook.Synchronization;

/// <summary>Somebody whom the last good run of a link read, and who gives no entry.</summary>
/// <param name="Link">The link's name.</param>
/// <param name="Person">The object ID.</param>
/// <param name="Name">Empty when the name field is.</param>
/// <param name="Reason">Why there is no entry.</param>
internal sealed record SkippedPerson(string Link, string Person, string Name, SkipReason Reason);
