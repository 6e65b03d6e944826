namespace Switchbook.Graph;

/// <summary>One page of people, read to its last byte.</summary>
internal sealed record PeoplePage
{
    public required IReadOnlyList<Person> People { get; init; }

    /// <summary>The IDs of people who are gone; only in a delta.</summary>
    public required IReadOnlyList<string> Removed { get; init; }

    /// <summary>Where the next page is, as Graph wrote it; null on the last one.</summary>
    public string? NextLink { get; init; }

    /// <summary>Where the next delta begins; only on the last page of a delta.</summary>
    public string? DeltaLink { get; init; }

    /// <summary>How many people Graph counts in the whole list; on the first page when it was asked for.</summary>
    public int? Count { get; init; }
}
