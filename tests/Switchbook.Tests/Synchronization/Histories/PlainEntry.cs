namespace Switchbook.Tests.Synchronization.Histories;

/// <summary>One entry that a person gives.</summary>
internal sealed record PlainEntry(string Kind, string Name, string Number);
