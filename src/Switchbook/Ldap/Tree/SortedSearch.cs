using Switchbook.Ldap.Entries;
using Switchbook.Ldap.Rows;
using Switchbook.Ldap.Searching;

namespace Switchbook.Ldap.Tree;

/// <summary>Rows and units that match in a wished order. Units are few, so each knows before which row it stands.</summary>
internal sealed class SortedSearch : LdapEntrySet
{
    private readonly RowOrder _order;
    private readonly int[] _rows;
    private readonly (LdapEntry Entry, byte[][] Keys, int Row)[] _units;
    private readonly LdapSearchRequest _request;
    private readonly RowWriter _writer;
    private int _next;

    public SortedSearch(
        ulong version, IReadOnlyList<LdapEntry> units, TreeScope scope, RowOrder order, int[] rows, LdapSearchRequest request)
    {
        (Version, _order, _rows, _request) = (version, order, rows, request);
        _writer = new(scope.Rows!, scope.Place!, request.Attributes);
        _units = [.. units.Select(Placed)];
        Array.Sort(_units, (left, right) => order.Compare(left.Keys, right.Keys));
    }

    public override ulong Version { get; }

    public override bool IsSorted => true;

    public override int Count => _rows.Length + _units.Length;

    public override long Position => _next;

    public override LdapStep MoveNext() => _next < Count && ++_next > 0 ? LdapStep.Entry : LdapStep.End;

    public override void WriteCurrent(LdapEntryWriter writer)
    {
        var (at, unit) = (_next - 1, 0);
        while (unit < _units.Length && _units[unit].Row + unit < at)
        {
            unit++;
        }

        if (unit < _units.Length && _units[unit].Row + unit == at)
        {
            _units[unit].Entry.Write(writer, _request.Attributes);
        }
        else
        {
            _writer.Write(_rows[at - unit], writer);
        }
    }

    public override bool Seek(long position)
    {
        if (position < 0 || position > Count)
        {
            return false;
        }

        _next = (int)position;
        return true;
    }

    public override int LowerBound(ReadOnlySpan<byte> value)
    {
        var keys = _order.KeysOf(value);
        return _order.FirstFrom(_rows, keys) + _units.Count(unit => _order.Compare(unit.Keys, keys) < 0);
    }

    private (LdapEntry Entry, byte[][] Keys, int Row) Placed(LdapEntry unit)
    {
        var keys = _order.KeysOf(unit);
        return (unit, keys, _order.FirstFrom(_rows, keys));
    }
}
