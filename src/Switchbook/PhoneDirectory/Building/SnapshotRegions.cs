using Switchbook.Numbers;

namespace Switchbook.PhoneDirectory.Building;

/// <summary>In which region the numbers of each source are read, and those that callers write.</summary>
/// <param name="Default">The region of whoever names none.</param>
/// <param name="OfSources">The region of each source.</param>
internal sealed record SnapshotRegions(NumberRegion Default, NumberRegion[] OfSources)
{
    public static SnapshotRegions Of(CollectedPeople collected, IReadOnlyList<DirectorySource> sources, DirectoryOptions options)
    {
        var chosen = NumberRegion.Find(options.DefaultRegion)
            ?? NumberRegion.Find(sources.FirstOrDefault(source => source.Name != DirectorySource.Manual)?.Region)
            ?? OfFirstLink(collected, sources)
            ?? NumberRegion.Fallback;
        return new(chosen, [.. sources.Select(source => NumberRegion.Find(source.Region) ?? chosen)]);
    }

    /// <summary>The main region of the country code that most international numbers of the first link with such numbers have.</summary>
    private static NumberRegion? OfFirstLink(CollectedPeople collected, IReadOnlyList<DirectorySource> sources)
    {
        var heap = collected.Heap.Peek();
        var counts = new SortedDictionary<int, int>();
        var counted = -1;
        for (var person = 0; person < collected.Count; person++)
        {
            var source = collected.People[person].Source;
            if (sources[source].Name == DirectorySource.Manual)
            {
                continue;
            }

            if (counted >= 0 && source != counted)
            {
                break;
            }

            foreach (var entry in collected.Entries[collected.EntriesOf(person)])
            {
                if (heap[entry.Number] is [(byte)'+', ..] && CodeOf(heap.Text(entry.Number)) is { } code)
                {
                    counted = source;
                    counts[code] = counts.GetValueOrDefault(code) + 1;
                }
            }
        }

        var found = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => (int?)pair.Key).FirstOrDefault();
        return found is { } most ? NumberRegion.Find(CallingCodes.MainRegion(most)) : null;
    }

    private static int? CodeOf(string number)
    {
        var reading = NumberReader.Read(number, NumberRegion.Fallback);
        return reading.IsInternational && CallingCodes.TryFind(reading.Number.ToString(), out var code) ? code.Code : null;
    }
}
