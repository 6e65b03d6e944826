using Switchbook.PhoneDirectory.Columns;

namespace Switchbook.Ldap.Matching;

/// <summary>Rows that are looked at one by one.</summary>
/// <param name="add">Adds the rows that match between two.</param>
internal sealed class ScanFilter(Action<int, int, RowSet> add) : RowFilter
{
    public override bool IsScan => true;

    /// <summary>A scan that asks for each row.</summary>
    public static ScanFilter Of(Func<int, bool> matches) => new((from, to, rows) =>
    {
        for (var row = from; row < to; row++)
        {
            if (matches(row))
            {
                rows.Add(row);
            }
        }
    });

    public override void AddTo(int from, int to, RowSet rows) => add(from, to, rows);
}
