using System.Text;
using Switchbook.Ldap.Entries;
using Switchbook.Ldap.Rows;
using Switchbook.Ldap.Schema;
using Switchbook.Ldap.Searching;
using Switchbook.PhoneDirectory.Columns;
using Switchbook.PhoneDirectory.Names;

namespace Switchbook.Ldap.Tree;

/// <summary>
/// What one sort key compares: folded names where there are some, else values as the key's rule prepares them, of several the
/// least (RFC 2891, section 2.2). An empty key stands for an attribute that is not there, and counts as greater than any.
/// </summary>
internal sealed class SortColumn
{
    private readonly LdapSortKey _key;
    private readonly NameColumn? _names;
    private readonly ValuePreparation _preparation;
    private readonly RowValues _values;
    private readonly byte[]?[] _prepared;
    private readonly int _sign;

    private SortColumn(RowTable table, RowPlace place, LdapSortKey key, NameColumn? names)
    {
        (_key, _names, _sign) = (key, names, key.Reverse ? -1 : 1);
        _preparation = key.Preparation;
        _values = new(table, place, LdapSchema.Standard);
        _prepared = names is null ? new byte[]?[table.Count] : [];
    }

    public static SortColumn Of(RowTable table, RowPlace place, LdapSortKey key, bool folds) =>
        new(table, place, key, folds ? table.NamesOf(table.FieldOf(key.Type)) : null);

    /// <summary>A row's key.</summary>
    public ReadOnlySpan<byte> this[int row] => _names is null ? Prepared(row) : _names.Plain(row);

    /// <summary>Prepares what is to be compared.</summary>
    public void Load(int[] rows)
    {
        if (_names is not null)
        {
            return;
        }

        foreach (var row in rows)
        {
            _ = Prepared(row);
        }
    }

    /// <summary>The key of an entry that is no row.</summary>
    public byte[] KeyOf(LdapEntry entry) => Least(entry.Values(_key.Type));

    /// <summary>A value as the rows' are.</summary>
    public byte[] Prepare(ReadOnlySpan<byte> value) => _names is not null
        ? Encoding.UTF8.GetBytes(NameFolding.Fold(Encoding.UTF8.GetString(value)))
        : Matching.StringPreparation.Prepare(value, _preparation) ?? value.ToArray();

    /// <summary>The beginning of a row's key as a number that orders like it.</summary>
    public ulong Head(int row)
    {
        var key = this[row];
        var head = key.IsEmpty ? ulong.MaxValue : TextOrder.Head(key);

        // Names lie one behind the other: what follows a short one must not decide.
        if (key.Length < sizeof(ulong) && !key.IsEmpty)
        {
            head &= ulong.MaxValue << (8 * (sizeof(ulong) - key.Length));
        }

        return _sign < 0 ? ~head : head;
    }

    /// <summary>The order of two keys, reversed as the sort key wants it.</summary>
    public int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => _sign * CompareForwards(left, right);

    private static int CompareForwards(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => (left.IsEmpty, right.IsEmpty) switch
    {
        (true, true) => 0,
        (true, false) => 1,
        (false, true) => -1,
        _ => left.SequenceCompareTo(right),
    };

    private byte[] Prepared(int row)
    {
        if (_prepared[row] is { } known)
        {
            return known;
        }

        _values.Row = row;
        return _prepared[row] = Least(_values.Values(_key.Type));
    }

    private byte[] Least(IReadOnlyList<ReadOnlyMemory<byte>> values)
    {
        byte[] least = [];
        foreach (var value in values)
        {
            var key = Prepare(value.Span);
            least = CompareForwards(key, least) < 0 ? key : least;
        }

        return least;
    }
}
