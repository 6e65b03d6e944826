namespace Switchbook.SimulatedTenant.Delta;

/// <summary>What a delta token carries: everything, since the service encodes the query in it.</summary>
internal sealed record DeltaState
{
    /// <summary><c>users</c> or <c>groups</c>.</summary>
    public required string Collection { get; init; }

    /// <summary>Whether it asks for the next page of a round; else for a new round.</summary>
    public bool IsNextPage { get; init; }

    /// <summary>Whether the round lists everything, not only changes.</summary>
    public bool IsFirstRound { get; init; }

    /// <summary>The version from which the round tells the changes.</summary>
    public int From { get; init; }

    /// <summary>The version up to which it tells them.</summary>
    public int To { get; init; }

    public int Position { get; init; }

    public int Page { get; init; } = 1;

    public IReadOnlyList<string> Select { get; init; } = [];

    /// <summary>The only IDs that are tracked; empty for all.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    public DateTimeOffset Made { get; init; }
}
