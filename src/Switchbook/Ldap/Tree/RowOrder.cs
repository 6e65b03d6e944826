using System.Collections.Immutable;
using System.Text;
using Switchbook.Ldap.Entries;
using Switchbook.Ldap.Rows;
using Switchbook.Ldap.Searching;
using Switchbook.PhoneDirectory.Columns;

namespace Switchbook.Ldap.Tree;

/// <summary>An order of the rows of a place by attributes (RFC 2891).</summary>
internal sealed class RowOrder
{
    /// <summary>A search that finds more of a table than this share takes the order of the whole place.</summary>
    private const int SmallShare = 16;

    private readonly RowTable _table;
    private readonly RowPlace _place;
    private readonly SortColumn[] _columns;
    private readonly string _name;

    public RowOrder(RowTable table, RowPlace place, ImmutableArray<LdapSortKey> keys, LdapOptions options)
    {
        (_table, _place) = (table, place);
        var folds = options is { Matching: LdapMatching.Extended, FoldNames: true };
        _columns = [.. keys.Select(key => SortColumn.Of(table, place, key, folds))];
        var name = new StringBuilder(place.Name);
        foreach (var key in keys)
        {
            name.Append(' ').Append(key.Type.Oid).Append(' ').Append(key.Rule?.Oid).Append(key.Reverse ? '-' : '+');
        }

        _name = name.ToString();
    }

    /// <summary>All rows of the place in this order.</summary>
    public int[] All(KnownOrders known) => known.Get(_name, () =>
    {
        int[] rows = [.. Enumerable.Range(0, _table.Count)];
        rows = _place.HoldsAll ? rows : Array.FindAll(rows, row => _place.Holds(_table, row));
        Sort(rows);
        return rows;
    });

    /// <summary>Some rows of the place in this order.</summary>
    public int[] Of(RowSet found, KnownOrders known)
    {
        var count = found.Count();
        if (count > _table.Count / SmallShare)
        {
            return Array.FindAll(All(known), found.Contains);
        }

        var rows = new int[count];
        for (int row = found.Next(0), i = 0; row >= 0; row = found.Next(row + 1))
        {
            rows[i++] = row;
        }

        Sort(rows);
        return rows;
    }

    /// <summary>What an entry that is no row is ordered by.</summary>
    public byte[][] KeysOf(LdapEntry entry) => Array.ConvertAll(_columns, column => column.KeyOf(entry));

    /// <summary>The first key of a value.</summary>
    public byte[][] KeysOf(ReadOnlySpan<byte> value) => [_columns[0].Prepare(value)];

    /// <summary>The order of two entries that are no rows; of the first keys alone where there are no others.</summary>
    public int Compare(byte[][] left, byte[][] right)
    {
        var order = 0;
        for (var i = 0; order == 0 && i < Math.Min(left.Length, right.Length); i++)
        {
            order = _columns[i].Compare(left[i], right[i]);
        }

        return order;
    }

    /// <summary>The first place among ordered rows whose keys are not before these.</summary>
    public int FirstFrom(int[] rows, byte[][] keys)
    {
        var (low, high) = (0, rows.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = Compare(rows[middle], keys) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private int Compare(int row, byte[][] keys)
    {
        var order = 0;
        for (var i = 0; order == 0 && i < keys.Length; i++)
        {
            order = _columns[i].Compare(_columns[i][row], keys[i]);
        }

        return order;
    }

    private void Sort(int[] rows)
    {
        foreach (var column in _columns)
        {
            column.Load(rows);
        }

        TextOrder.Sort<int>(Array.ConvertAll(rows, _columns[0].Head), rows, Compare);
    }

    private int Compare(int left, int right)
    {
        foreach (var column in _columns)
        {
            var order = column.Compare(column[left], column[right]);
            if (order != 0)
            {
                return order;
            }
        }

        return left.CompareTo(right);
    }
}
