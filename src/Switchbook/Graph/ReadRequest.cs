using System.Collections.Immutable;

namespace Switchbook.Graph;

/// <summary>What one read asks of Graph.</summary>
internal sealed record ReadRequest
{
    public required ReadScope Scope { get; init; }

    public required PropertySelection Properties { get; init; }

    /// <summary>An OData <c>$filter</c> over users; null for everyone.</summary>
    public string? Filter { get; init; }

    /// <summary>What the same run reads beside it, each with a permission of its own.</summary>
    public ImmutableArray<ReadScope> Beside { get; init; } = [];

    /// <summary>
    /// Someone waits for the answer: Graph serves it before scheduled work
    /// (<c>x-ms-throttle-priority: Normal</c> rather than <c>Low</c>).
    /// </summary>
    public bool Interactive { get; init; }
}
