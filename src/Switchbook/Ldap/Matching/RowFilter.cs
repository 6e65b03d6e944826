using Switchbook.PhoneDirectory.Columns;

namespace Switchbook.Ldap.Matching;

/// <summary>A filter made ready for the rows of one table: it gives sets of rows. The forms without a state of their own nest here.</summary>
internal abstract class RowFilter : IDisposable
{
    public static RowFilter All { get; } = new Everything();

    public static RowFilter None { get; } = new Nothing();

    /// <summary>Whether rows are looked at one by one, so that it pays to look at few.</summary>
    public abstract bool IsScan { get; }

    /// <summary>Adds the rows that match, from <paramref name="from"/> up to and without <paramref name="to"/>.</summary>
    public abstract void AddTo(int from, int to, RowSet rows);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives borrowed sets back.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    private sealed class Everything : RowFilter
    {
        public override bool IsScan => false;

        public override void AddTo(int from, int to, RowSet rows) => rows.AddRange(from, to);
    }

    private sealed class Nothing : RowFilter
    {
        public override bool IsScan => false;

        public override void AddTo(int from, int to, RowSet rows)
        {
        }
    }
}
