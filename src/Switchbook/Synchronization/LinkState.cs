using System.Collections.Immutable;
using Switchbook.Graph;

namespace Switchbook.Synchronization;

/// <summary>How a link's people stand in the store.</summary>
internal sealed record LinkState
{
    /// <summary>The <see cref="Mapping.ContentRules.Fingerprint"/> by which they stand.</summary>
    public required string Rules { get; init; }

    /// <summary>See <see cref="PeopleReading.Subject"/>.</summary>
    public required string Subject { get; init; }

    /// <summary>Where the next changes begin; null when nothing is tracked.</summary>
    public DeltaMark? Mark { get; init; }

    /// <summary>When everyone was read last.</summary>
    public required DateTimeOffset FullAt { get; init; }

    public required LinkTally Tally { get; init; }

    /// <summary>
    /// The object IDs of the people who went from a group: an account that is deleted keeps its memberships, so that nothing is
    /// told of the group when it is restored (Graph documentation, "Get incremental changes to groups").
    /// </summary>
    public ImmutableHashSet<string> Gone { get; init; } = [];
}
