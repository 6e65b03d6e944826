using Switchbook.Ldap.Entries;
using Switchbook.Ldap.Matching;
using Switchbook.Ldap.Rows;
using Switchbook.Ldap.Searching;
using Switchbook.PhoneDirectory.Columns;

namespace Switchbook.Ldap.Tree;

/// <summary>Units and rows that match, in the order in which they stand. Rows are filtered some thousand at a time, as they are asked for.</summary>
internal sealed class RowSearch(
    ulong version, IReadOnlyList<LdapEntry> units, TreeScope scope, RowFilter filter, LdapSearchRequest request) : LdapEntrySet
{
    private const int FirstStretch = 4096;
    private const int LongestStretch = 65_536;

    private readonly RowWriter? _writer = scope.Rows is null ? null : new(scope.Rows, scope.Place!, request.Attributes);
    private readonly RowSet _found = new(scope.Rows?.Count ?? 0);
    private readonly bool _holdsAll = scope.Place is { HoldsAll: true };
    private int _stretch = FirstStretch;
    private int _unit = -1;
    private int _row = scope.From - 1;
    private int _end = scope.From;

    public override ulong Version => version;

    /// <summary>The units passed, then the rows passed.</summary>
    public override long Position => _unit < units.Count ? _unit + 1 : units.Count + (_row + 1L - scope.From);

    public override LdapStep MoveNext()
    {
        if (_unit < units.Count && ++_unit < units.Count)
        {
            return LdapStep.Entry;
        }

        while (true)
        {
            var row = _found.Next(_row + 1, _end);
            if (row >= 0)
            {
                _row = row;
                if (_holdsAll || scope.Place!.Holds(scope.Rows!, row))
                {
                    return LdapStep.Entry;
                }

                continue;
            }

            if (_end >= scope.To)
            {
                return LdapStep.End;
            }

            if (!FilterNext() && _end < scope.To)
            {
                return LdapStep.Pause;
            }
        }
    }

    public override void WriteCurrent(LdapEntryWriter writer)
    {
        if (_unit < units.Count)
        {
            units[_unit].Write(writer, request.Attributes);
        }
        else
        {
            _writer!.Write(_row, writer);
        }
    }

    public override bool Seek(long position)
    {
        var row = position - units.Count;
        if (position < 0 || row > scope.To - scope.From)
        {
            return false;
        }

        _found.Clear();
        _unit = (int)Math.Min(position, units.Count) - (row <= 0 ? 1 : 0);
        _row = scope.From + (int)Math.Max(0, row) - 1;
        _end = _row + 1;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        _found.Dispose();
        filter.Dispose();
        base.Dispose(disposing);
    }

    private bool FilterNext()
    {
        _found.Clear();
        var from = _end;
        _end = filter.IsScan ? Math.Min(scope.To, from + _stretch) : scope.To;
        _stretch = Math.Min(_stretch * 2, LongestStretch);
        _row = from - 1;
        filter.AddTo(from, _end, _found);
        return _found.Next(from, _end) >= 0;
    }
}
