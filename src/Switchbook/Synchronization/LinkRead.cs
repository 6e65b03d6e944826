using System.Collections.Immutable;
using Switchbook.Problems;

namespace Switchbook.Synchronization;

/// <summary>What a run read of a link, compared with what stands.</summary>
/// <param name="After">How the link's people stand when the plan is applied.</param>
/// <param name="Reason">Why everyone was read; null when the changes alone were.</param>
/// <param name="Missed">
/// How many people stood wrong although the changes were followed; null when the run could not tell.
/// </param>
/// <param name="GroupGone">The link's group no longer exists, so that nobody was read.</param>
internal sealed record LinkRead(SyncPlan Plan, LinkState After, FullReason? Reason, int? Missed, bool GroupGone = false)
{
    /// <inheritdoc cref="RunReport.Warnings"/>
    public ImmutableArray<Problem> Warnings { get; init; } = [];
}
