using System.Collections.Immutable;

namespace Switchbook.Synchronization;

/// <summary>What a run would do.</summary>
/// <param name="Report">The counts that the run would have.</param>
/// <param name="Changes">Entry by entry.</param>
internal sealed record Preview(RunReport Report, ImmutableArray<EntryChange> Changes);
