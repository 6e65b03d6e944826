namespace Switchbook.PhoneDirectory.Columns;

/// <summary>
/// How two lists in the same order become one in that order: some items of the first go, those of the second come between the
/// others. It knows the runs of items between, so that a few changes take no more room in a long list than in a short one.
/// </summary>
internal sealed class RowMerge
{
    private readonly int _count;
    private readonly List<Run> _runs = [new(0, 0, Goes: false)];
    private readonly int[] _second;

    private RowMerge(int count, int second) => (_count, _second) = (count, new int[second]);

    /// <summary>How many there are in the end.</summary>
    public int Count { get; private set; }

    /// <param name="count">How many the first list has.</param>
    /// <param name="goes">Whether an item of the first goes.</param>
    /// <param name="places">For each item of the second in front of which of the first it belongs.</param>
    public static RowMerge Of(int count, Func<int, bool> goes, ReadOnlySpan<int> places)
    {
        var merge = new RowMerge(count, places.Length);
        var (gone, come) = (0, 0);
        for (var item = 0; item <= count; item++)
        {
            for (; come < places.Length && places[come] == item; come++)
            {
                merge._second[come] = item - gone + come;
                merge._runs.Add(new(item, come + 1 - gone, Goes: false));
            }

            if (item < count && goes(item))
            {
                merge._runs.Add(new(item, come - gone, Goes: true));
                merge._runs.Add(new(item + 1, come - ++gone, Goes: false));
            }
        }

        merge.Count = count - gone + come;
        return merge;
    }

    /// <summary>In front of which item of the first list one belongs; <paramref name="isBefore"/> holds up to there and not after.</summary>
    public static int Place(int count, Func<int, bool> isBefore)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = isBefore(middle) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    public bool Goes(int first) => RunOf(first).Goes;

    /// <summary>Where an item of the first list stands in the end, or where it would stand.</summary>
    public int OfFirst(int first) => first + RunOf(first).Shift;

    /// <summary>Where an item of the second list stands in the end.</summary>
    public int OfSecond(int second) => _second[second];

    /// <summary>Whether each item that comes takes the place of one that goes, for which it is as good.</summary>
    public bool IsSame(Func<int, int, bool> isAsGood)
    {
        for (var item = 0; item < _second.Length; item++)
        {
            if (Count != _count || !Goes(_second[item]) || !isAsGood(_second[item], item))
            {
                return false;
            }
        }

        return Count == _count;
    }

    /// <summary>The items of the end, each from its list.</summary>
    public T[] Join<T>(Func<int, T> first, Func<int, T> second)
    {
        var joined = new T[Count];
        for (var run = 0; run < _runs.Count; run++)
        {
            var end = run + 1 < _runs.Count ? _runs[run + 1].Start : _count;
            for (var item = _runs[run].Start; item < end && !_runs[run].Goes; item++)
            {
                joined[item + _runs[run].Shift] = first(item);
            }
        }

        for (var item = 0; item < _second.Length; item++)
        {
            joined[_second[item]] = second(item);
        }

        return joined;
    }

    private Run RunOf(int first)
    {
        var (low, high) = (0, _runs.Count);
        while (high - low > 1)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _runs[middle].Start <= first ? (middle, high) : (low, middle);
        }

        return _runs[low];
    }

    /// <summary>Items of the first list from one on that move alike.</summary>
    private readonly record struct Run(int Start, int Shift, bool Goes);
}
