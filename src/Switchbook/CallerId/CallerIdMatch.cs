namespace Switchbook.CallerId;

/// <summary>Somebody whose number it may be, with the words of <c>directory list --json</c>.</summary>
/// <param name="Person">The Entra object ID; null for a manual entry.</param>
internal sealed record CallerIdMatch(string Id, string Name, string Number, string Source, string? Person, string Kind);
