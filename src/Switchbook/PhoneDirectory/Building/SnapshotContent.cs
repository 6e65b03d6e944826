using Switchbook.Numbers;
using Switchbook.PhoneDirectory.Columns;

namespace Switchbook.PhoneDirectory.Building;

/// <summary>What a snapshot is made of.</summary>
internal sealed class SnapshotContent
{
    public required StringHeap Heap { get; init; }

    public required PersonTable People { get; init; }

    public required EntryTable Entries { get; init; }

    public required SourceCount[] Sources { get; init; }

    /// <summary>For each source what the limit left out.</summary>
    public required LeftOutEntry[][] OverLimit { get; init; }

    /// <summary>The regions that numbers are read in, the default one first.</summary>
    public required NumberRegion[] Regions { get; init; }

    /// <summary>The region of each source.</summary>
    public required NumberRegion[] RegionsOfSources { get; init; }

    /// <summary>The places of the numbers that a source gives.</summary>
    public IEnumerable<int> NumbersOf(int source) => Enumerable.Range(0, Entries.Count)
        .Where(entry => People[Entries[entry].Person].Source == source)
        .Select(entry => Entries[entry].Number);
}
