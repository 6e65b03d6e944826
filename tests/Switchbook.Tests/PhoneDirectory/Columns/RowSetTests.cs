using CsCheck;
using Switchbook.PhoneDirectory.Columns;

namespace Switchbook.Tests.PhoneDirectory.Columns;

public class RowSetTests
{
    private const int Rows = 300;

    private static readonly Gen<HashSet<int>> Sets =
        Gen.Select(Gen.Int[0, Rows - 1].HashSet[0, 20], Gen.Int[0, Rows], Gen.Int[0, Rows], (rows, from, to) =>
        {
            rows.UnionWith(from < to && (from + to) % 3 == 0 ? Enumerable.Range(from, to - from) : []);
            return rows;
        });

    [Fact]
    public void Sets_of_rows_behave_like_sets() =>
        Gen.Select(Sets, Sets, Gen.Int[0, Rows], Gen.Int[0, Rows]).Sample((left, right, from, to) =>
        {
            Agree(left, right, (set, other) => set.UnionWith(other), (set, other) => set.UnionWith(other));
            Agree(left, right, (set, other) => set.IntersectWith(other), (set, other) => set.IntersectWith(other));
            Agree(left, right, (set, other) => set.ExceptWith(other), (set, other) => set.ExceptWith(other));
            Agree(left, right, (set, _) => set.AddRange(from, to), (set, _) => set.UnionWith(Enumerable.Range(from, Math.Max(0, to - from))));
            Agree(left, right, (set, _) => set.Clear(), (set, _) => set.Clear());
        });

    private static void Agree(HashSet<int> left, HashSet<int> right, Action<RowSet, RowSet> ours, Action<HashSet<int>, HashSet<int>> theirs)
    {
        using var set = Of(left);
        using var other = Of(right);
        ours(set, other);
        var expected = left.ToHashSet();
        theirs(expected, right);

        var rows = new List<int>();
        for (var row = set.Next(0); row >= 0; row = set.Next(row + 1))
        {
            rows.Add(row);
        }

        Assert.Equal(expected.Order(), rows);
        Assert.Equal(expected.Count, set.Count());
        Assert.All(Enumerable.Range(0, Rows), row => Assert.Equal(expected.Contains(row), set.Contains(row)));
    }

    private static RowSet Of(HashSet<int> rows)
    {
        var set = new RowSet(Rows);
        foreach (var row in rows)
        {
            set.Add(row);
        }

        return set;
    }
}
