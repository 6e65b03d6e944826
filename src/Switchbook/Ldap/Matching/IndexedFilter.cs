using Switchbook.PhoneDirectory.Columns;

namespace Switchbook.Ldap.Matching;

/// <summary>Rows that an index gave at once.</summary>
internal sealed class IndexedFilter(RowSet found) : RowFilter
{
    public override bool IsScan => false;

    public override void AddTo(int from, int to, RowSet rows)
    {
        if (from == 0 && to == found.Rows)
        {
            rows.UnionWith(found);
        }
        else
        {
            rows.UnionWith(found, from, to);
        }
    }

    protected override void Dispose(bool disposing)
    {
        found.Dispose();
        base.Dispose(disposing);
    }
}
