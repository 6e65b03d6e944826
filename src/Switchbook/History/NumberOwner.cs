namespace Switchbook.History;

/// <summary>Whose number it was in some part of a time.</summary>
/// <param name="Source">The link's name, or <c>manual</c>.</param>
/// <param name="Person">The person's object ID; null for an entry made by hand.</param>
/// <param name="Kind">The mapped property, such as <c>businessPhones</c>.</param>
/// <param name="From">When that began; null when it was so from the beginning of the time.</param>
/// <param name="Until">When that ended; null when it was so to the end of the time.</param>
internal sealed record NumberOwner(
    string Name, string Number, string Source, string? Person, string Kind, DateTimeOffset? From, DateTimeOffset? Until);
