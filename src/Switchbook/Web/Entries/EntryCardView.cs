using System.Collections.Immutable;

namespace Switchbook.Web.Entries;

/// <summary>Everything that is known of one entry; public because component parameters must be.</summary>
/// <param name="Forms">How the number may be written and is still found: what it is called, and the digits.</param>
/// <param name="Details">What is known of the person: the field's name and its value.</param>
/// <param name="Others">Entries that a phone cannot tell from this one.</param>
public sealed record EntryCardView(
    string Id,
    string Name,
    string Number,
    string Kind,
    string Source,
    string? PersonId,
    ImmutableArray<(string Label, string Text)> Forms,
    ImmutableArray<(string Label, string Text)> Details,
    ImmutableArray<string> Others)
{
    public bool IsManual => PersonId is null;
}
