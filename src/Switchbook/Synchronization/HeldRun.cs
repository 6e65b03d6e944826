using System.Collections.Immutable;

namespace Switchbook.Synchronization;

/// <summary>The run of a link that a guard holds; the last good directory is served meanwhile.</summary>
/// <param name="Since">Since when runs of this link are held.</param>
/// <param name="ApplyNext">Whether the next run may do this much: no more of it is needed than that it agrees.</param>
/// <param name="Report">The latest such run, with the reason in its error.</param>
/// <param name="Changes">What it would do, entry by entry.</param>
internal sealed record HeldRun(DateTimeOffset Since, bool ApplyNext, RunReport Report, ImmutableArray<EntryChange> Changes);
