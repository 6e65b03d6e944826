using System.Collections.Immutable;
using Switchbook.Problems;

namespace Switchbook.Synchronization;

/// <summary>What one run did: the counts and reasons that are stored, shown and printed as JSON.</summary>
internal sealed record RunReport
{
    public required string Link { get; init; }

    public required RunOutcome Outcome { get; init; }

    public required RunMode Mode { get; init; }

    /// <summary>Why everyone was read; null when only the changes were.</summary>
    public FullReason? Reason { get; init; }

    /// <summary>
    /// People whom earlier changes left as they no longer were and whom this run put right; null when it could not tell.
    /// </summary>
    public int? Missed { get; init; }

    /// <summary>People of the link, with and without entries.</summary>
    public int People { get; init; }

    /// <summary>Entries of this link that stand in the system directory afterwards.</summary>
    public int Entries { get; init; }

    public int Added { get; init; }

    public int Changed { get; init; }

    public int Removed { get; init; }

    public int Unchanged { get; init; }

    public ImmutableArray<SkippedCount> Skipped { get; init; } = [];

    /// <summary>Numbers left out because the person has an entry of the same name and number already.</summary>
    public int Duplicates { get; init; }

    /// <summary>Entries of this link that the directory's limit leaves out.</summary>
    public int OverLimit { get; init; }

    /// <summary>What the run went without and succeeded all the same.</summary>
    public ImmutableArray<Problem> Warnings { get; init; } = [];

    /// <summary>Requests sent to Microsoft Graph.</summary>
    public int Requests { get; init; }

    /// <summary>Seconds waited because the service asked for it.</summary>
    public double ThrottledSeconds { get; init; }

    public double DurationSeconds { get; init; }

    /// <summary>Why, when the run did not succeed.</summary>
    public Problem? Error { get; init; }
}
