namespace Switchbook.Synchronization;

/// <summary>What a phone shows of an entry.</summary>
internal sealed record EntryText(string Name, string Number);
