namespace Switchbook.PhoneDirectory.Columns;

/// <summary>Numbers in order, each with the row that it belongs to; equal ones in the order of their rows.</summary>
internal sealed class SortedKeys(ulong[] keys, int[] rows)
{
    /// <summary>The number of octets that it takes.</summary>
    public long Size => 12L * keys.Length;

    public ReadOnlySpan<ulong> Keys => keys;

    public ReadOnlySpan<int> Rows => rows;

    /// <summary>Puts keys into order, where they stand.</summary>
    public static SortedKeys Sort(ulong[] keys, int[] rows)
    {
        TextOrder.Sort<int>(keys, rows, static (left, right) => left.CompareTo(right));
        return new(keys, rows);
    }

    /// <summary>Two in one, when their rows become the rows of one table.</summary>
    public static SortedKeys Merge(SortedKeys first, SortedKeys second, RowMerge table)
    {
        var places = new int[second.Keys.Length];
        for (var item = 0; item < places.Length; item++)
        {
            var (key, row) = (second.Keys[item], table.OfSecond(second.Rows[item]));
            places[item] = RowMerge.Place(
                first.Keys.Length,
                other => first.Keys[other] < key || (first.Keys[other] == key && table.OfFirst(first.Rows[other]) < row));
        }

        var merge = RowMerge.Of(first.Keys.Length, item => table.Goes(first.Rows[item]), places);
        if (table.IsSame((_, _) => true)
            && merge.IsSame((item, other) => first.Keys[item] == second.Keys[other] && first.Rows[item] == table.OfSecond(second.Rows[other])))
        {
            return first;
        }

        return new(
            merge.Join(item => first.Keys[item], item => second.Keys[item]),
            merge.Join(item => table.OfFirst(first.Rows[item]), item => table.OfSecond(second.Rows[item])));
    }

    /// <summary>The rows whose keys lie between two, both included.</summary>
    public ReadOnlySpan<int> Between(ulong first, ulong last)
    {
        var from = Place(first);
        var to = last == ulong.MaxValue ? keys.Length : Place(last + 1);
        return rows.AsSpan(from, to - from);
    }

    private int Place(ulong key)
    {
        var (low, high) = (0, keys.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (keys[middle] < key)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
