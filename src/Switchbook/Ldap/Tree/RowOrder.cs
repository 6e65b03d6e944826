using System.Collections.Immutable;
using System.Text;
using Switchbook.Ldap.Rows;
using Switchbook.Ldap.Searching;
using Switchbook.PhoneDirectory.Columns;

namespace Switchbook.Ldap.Tree;

/// <summary>An order of rows by attributes (RFC 2891); a row without one counts as greater than any.</summary>
internal sealed class RowOrder
{
    /// <summary>A search that finds more of a table than this share takes the order of the whole table.</summary>
    private const int SmallShare = 16;

    private readonly RowTable _table;
    private readonly SortColumn[] _columns;
    private readonly string _name;

    public RowOrder(RowTable table, RowPlace place, ImmutableArray<LdapSortKey> keys, LdapOptions options)
    {
        _table = table;
        var folds = options is { Matching: LdapMatching.Extended, FoldNames: true };
        _columns = [.. keys.Select(key => SortColumn.Of(table, place, key, folds))];
        var name = new StringBuilder(table.GetType().Name);
        foreach (var key in keys)
        {
            name.Append(' ').Append(key.Type.Oid).Append(' ').Append(key.Rule?.Oid).Append(key.Reverse ? '-' : '+');
        }

        _name = name.ToString();
    }

    /// <summary>The rows of a set in this order.</summary>
    public int[] Of(RowSet found, KnownOrders known)
    {
        var count = found.Count();
        if (count == _table.Count)
        {
            return All(known);
        }

        if (count > _table.Count / SmallShare)
        {
            return [.. All(known).Where(found.Contains)];
        }

        var rows = new int[count];
        for (int row = found.Next(0), i = 0; row >= 0; row = found.Next(row + 1))
        {
            rows[i++] = row;
        }

        Sort(rows);
        return rows;
    }

    /// <summary>The first place among ordered rows whose first key is not before a value.</summary>
    public int FirstFrom(int[] rows, ReadOnlySpan<byte> value)
    {
        var (column, key) = (_columns[0], _columns[0].Prepare(value));
        var (low, high) = (0, rows.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = column.Compare(rows[middle], key) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>All rows of the table in this order.</summary>
    public int[] All(KnownOrders known) => known.Get(_name, () =>
    {
        int[] rows = [.. Enumerable.Range(0, _table.Count)];
        Sort(rows);
        return rows;
    });

    private void Sort(int[] rows)
    {
        var first = _columns[0];
        first.Load(rows);
        foreach (var column in _columns.AsSpan(1))
        {
            column.Load(rows);
        }

        TextOrder.Sort<int>(Array.ConvertAll(rows, first.Head), rows, Compare);
    }

    private int Compare(int left, int right)
    {
        foreach (var column in _columns)
        {
            var order = column.Compare(left, right);
            if (order != 0)
            {
                return order;
            }
        }

        return left.CompareTo(right);
    }
}
