namespace Switchbook.Synchronization;

/// <summary>How many people gave no entry for one reason.</summary>
internal sealed record SkippedCount(string Reason, int Count);
