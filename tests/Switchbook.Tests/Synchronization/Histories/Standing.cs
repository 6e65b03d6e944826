using System.Collections.Immutable;

namespace Switchbook.Tests.Synchronization.Histories;

/// <summary>What stands in the store.</summary>
/// <param name="Version">The directory's.</param>
/// <param name="Slots">Who is stored, with entries or without, in order.</param>
/// <param name="Seen">The names and numbers that phones see, in order.</param>
internal sealed record Standing(long Version, ImmutableArray<int> Slots, ImmutableArray<(string Name, string Number)> Seen)
{
    /// <summary>Whether it is what a plain model says.</summary>
    public bool Is(PlainDirectory plain, int limit) =>
        Slots.SequenceEqual(plain.People.Keys) && Seen.SequenceEqual(plain.Seen(limit, HistoryWorld.Ids).Order());
}
