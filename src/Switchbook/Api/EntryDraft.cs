namespace Switchbook.Api;

/// <summary>A manual entry to be.</summary>
internal sealed record EntryDraft(string? Name, string? Number);
