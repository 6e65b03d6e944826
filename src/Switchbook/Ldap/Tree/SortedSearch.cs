using Switchbook.Ldap.Entries;
using Switchbook.Ldap.Rows;
using Switchbook.Ldap.Searching;

namespace Switchbook.Ldap.Tree;

/// <summary>Rows that match in a wished order, then the units, which have no names to order by.</summary>
internal sealed class SortedSearch(
    ulong version, IReadOnlyList<LdapEntry> units, TreeScope scope, RowOrder order, int[] rows, LdapSearchRequest request) : LdapEntrySet
{
    private readonly RowWriter? _writer = scope.Rows is null ? null : new(scope.Rows, scope.Place!, request.Attributes);
    private int _next;

    public override ulong Version => version;

    public override bool IsSorted => true;

    public override int Count => rows.Length + units.Count;

    public override long Position => _next;

    public override LdapStep MoveNext() => _next < Count && ++_next > 0 ? LdapStep.Entry : LdapStep.End;

    public override void WriteCurrent(LdapEntryWriter writer)
    {
        if (_next <= rows.Length)
        {
            _writer!.Write(rows[_next - 1], writer);
        }
        else
        {
            units[_next - 1 - rows.Length].Write(writer, request.Attributes);
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

    public override int LowerBound(ReadOnlySpan<byte> value) => order.FirstFrom(rows, value) is var row && row == rows.Length ? Count : row;
}
