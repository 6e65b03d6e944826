using Switchbook.PhoneDirectory.Columns;

namespace Switchbook.Ldap.Matching;

/// <summary>Rows of another filter that a test lets pass.</summary>
internal sealed class TestedFilter(RowFilter inner, Predicate<int> passes) : RowFilter
{
    public override bool IsScan => inner.IsScan;

    public override void AddTo(int from, int to, RowSet rows)
    {
        using var found = new RowSet(rows.Rows);
        inner.AddTo(from, to, found);
        for (var row = found.Next(0); row >= 0; row = found.Next(row + 1))
        {
            if (passes(row))
            {
                rows.Add(row);
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }
}
