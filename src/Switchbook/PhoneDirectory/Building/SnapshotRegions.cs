using System.Text;
using Switchbook.Numbers;
using Switchbook.PhoneDirectory.Columns;

namespace Switchbook.PhoneDirectory.Building;

/// <summary>In which region the numbers of each source are read, and those that callers write.</summary>
/// <param name="Default">The region of whoever names none.</param>
/// <param name="OfSources">The region of each source.</param>
internal sealed record SnapshotRegions(NumberRegion Default, NumberRegion[] OfSources)
{
    /// <param name="sources">The sources in precedence.</param>
    /// <param name="options">The region that is set.</param>
    /// <param name="heap">Where numbers stand.</param>
    /// <param name="numbersOf">The places of the numbers of a source, for when no region is set.</param>
    public static SnapshotRegions Of(
        IReadOnlyList<DirectorySource> sources, DirectoryOptions options, StringHeap heap, Func<int, IEnumerable<int>> numbersOf)
    {
        var chosen = NumberRegion.Find(options.DefaultRegion)
            ?? NumberRegion.Find(sources.FirstOrDefault(source => source.Name != DirectorySource.Manual)?.Region)
            ?? OfFirstLink(sources, source => MostlyOf(heap, numbersOf(source)))
            ?? NumberRegion.Fallback;
        return new(chosen, [.. sources.Select(source => NumberRegion.Find(source.Region) ?? chosen)]);
    }

    public bool IsSame(NumberRegion first, NumberRegion[] ofSources) => Default == first && OfSources.AsSpan().SequenceEqual(ofSources);

    /// <summary>The main region of the country code of the first link that has international numbers.</summary>
    private static NumberRegion? OfFirstLink(IReadOnlyList<DirectorySource> sources, Func<int, int?> codeOf)
    {
        var code = Enumerable.Range(0, sources.Count)
            .Where(source => sources[source].Name != DirectorySource.Manual)
            .Select(codeOf)
            .FirstOrDefault(code => code is not null);
        return code is { } most ? NumberRegion.Find(CallingCodes.MainRegion(most)) : null;
    }

    /// <summary>The country code of most international numbers; null when there are none.</summary>
    private static int? MostlyOf(StringHeap heap, IEnumerable<int> numbers)
    {
        var counts = new SortedDictionary<int, int>();
        foreach (var number in numbers)
        {
            if (CodeOf(heap[number]) is { } code)
            {
                counts[code] = counts.GetValueOrDefault(code) + 1;
            }
        }

        return counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => (int?)pair.Key).FirstOrDefault();
    }

    private static int? CodeOf(ReadOnlySpan<byte> number)
    {
        Span<char> text = stackalloc char[256];
        if (number is not [(byte)'+', ..])
        {
            return null;
        }

        var length = Encoding.UTF8.GetChars(number[..Math.Min(number.Length, text.Length)], text);
        var reading = NumberReader.Read(text[..length], NumberRegion.Fallback);
        reading.Number.Write(text);
        return reading.IsInternational && CallingCodes.TryFind(text[..reading.Number.Length], out var code) ? code.Code : null;
    }
}
