using System.Collections.Immutable;
using Switchbook.Web.Shell;

namespace Switchbook.Web.Home;

/// <summary>What the page shows of one link; public because component parameters must be.</summary>
public sealed record LinkView
{
    public required int Id { get; init; }

    public required string Name { get; init; }

    /// <summary>What it reads, such as <c>Tenant Directory</c>.</summary>
    public required string Scope { get; init; }

    public required LinkTone Tone { get; init; }

    /// <summary>The tone in words, such as <c>Failed</c>.</summary>
    public required string State { get; init; }

    /// <summary>Entries that the last good run left; null before there was one.</summary>
    public int? Entries { get; init; }

    /// <summary>People that the last good run read; null before there was one.</summary>
    public int? People { get; init; }

    /// <summary>When the last good run ended; null before there was one.</summary>
    public DateTimeOffset? DataFrom { get; init; }

    /// <summary>When the next run begins; null while one is under way.</summary>
    public DateTimeOffset? Next { get; init; }

    public required TimeSpan Resync { get; init; }

    /// <summary>Null where the interval does not adapt.</summary>
    public TimeSpan? LeastResync { get; init; }

    /// <summary>The run under way.</summary>
    public RunningView? Running { get; init; }

    /// <summary>Why the last run did not succeed.</summary>
    public ProblemView? Reason { get; init; }

    /// <summary>Why Microsoft does not tell of its changes; null when it does, or is not to.</summary>
    public ProblemView? Untold { get; init; }

    /// <summary>Since when its run is held and waits for a decision; null when none is.</summary>
    public DateTimeOffset? HeldSince { get; init; }

    /// <summary>What the last good run changed; null before there was one.</summary>
    public string? Changes { get; init; }

    /// <summary>People without an entry, by reason.</summary>
    public ImmutableArray<string> Skipped { get; init; } = [];

    /// <summary>Entries that the directory's limit leaves out.</summary>
    public int OverLimit { get; init; }

    /// <summary>The latest runs, oldest first.</summary>
    public ImmutableArray<RunMark> Runs { get; init; } = [];
}
