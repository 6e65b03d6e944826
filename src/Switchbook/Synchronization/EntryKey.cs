namespace Switchbook.Synchronization;

/// <summary>What tells a link's entries apart.</summary>
internal readonly record struct EntryKey(string Person, string Name, string Number);
