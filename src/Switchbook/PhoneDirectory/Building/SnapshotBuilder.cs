namespace Switchbook.PhoneDirectory.Building;

/// <summary>Makes a snapshot: collect, order, cut at the limit, index.</summary>
internal static class SnapshotBuilder
{
    public static SnapshotContent Build(IReadOnlyList<DirectorySource> sources, DirectoryOptions options)
    {
        var collected = CollectedPeople.Read(sources);
        var order = PersonOrder.Of(collected);
        var selection = EntrySelection.Of(collected, order, sources, options.MaximumEntries);
        var regions = SnapshotRegions.Of(sources, options, collected.Heap.Peek(), source => collected.NumbersOf(source));

        var peopleBuilder = new PersonTableBuilder(collected, order, selection.Standing);
        peopleBuilder.Number();
        var entriesBuilder = new EntryTableBuilder(collected, peopleBuilder, selection.Standing);
        var entries = entriesBuilder.Build(regions);
        var people = peopleBuilder.Build(entriesBuilder.Rows);
        var (personCounts, entryCounts) = Count(sources.Count, people);

        return new()
        {
            Heap = collected.Heap.Build(),
            People = people,
            Entries = entries,
            Sources = [.. sources.Select((source, index) => new SourceCount(
                source.Name, personCounts[index], entryCounts[index], selection.OverLimit[index].Count, collected.Hidden[index]))],
            OverLimit = [.. selection.OverLimit.Select(over => Left(collected, over))],
            Regions = [.. regions.OfSources.Prepend(regions.Default).Distinct()],
            RegionsOfSources = regions.OfSources,
        };
    }

    /// <summary>How many people and entries of each source stand.</summary>
    public static (int[] People, int[] Entries) Count(int sources, PersonTable people)
    {
        var (persons, entries) = (new int[sources], new int[sources]);
        for (var row = 0; row < people.Count; row++)
        {
            persons[people[row].Source]++;
            entries[people[row].Source] += people.EntriesOf(row).Length;
        }

        return (persons, entries);
    }

    private static LeftOutEntry[] Left(CollectedPeople collected, List<(int Person, int Entry)> over)
    {
        var left = new LeftOutEntry[over.Count];
        for (var i = 0; i < left.Length; i++)
        {
            var entry = collected.Entries[over[i].Entry];
            left[i] = new(entry.Name, entry.Number, collected.People[over[i].Person].Id, entry.Kind, entry.Position);
        }

        return left;
    }
}
