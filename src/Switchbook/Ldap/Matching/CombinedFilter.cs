using Switchbook.PhoneDirectory.Columns;

namespace Switchbook.Ldap.Matching;

/// <summary>Rows of several filters: of all of them, of any, or of none.</summary>
internal sealed class CombinedFilter : RowFilter
{
    private readonly RowFilter[] _parts;
    private readonly Action<RowFilter[], int, int, RowSet> _add;

    private CombinedFilter(RowFilter[] parts, Action<RowFilter[], int, int, RowSet> add) => (_parts, _add) = (parts, add);

    public override bool IsScan => Array.Exists(_parts, part => part.IsScan);

    /// <summary>What one of the parts matches.</summary>
    public static RowFilter Any(IEnumerable<RowFilter> parts)
    {
        var all = parts.Where(part => part != None).ToArray();
        return all.Contains(All) ? Only(All, all) : all.Length switch
        {
            0 => None,
            1 => all[0],
            _ => new CombinedFilter(all, AddAny),
        };
    }

    /// <summary>What all of the parts match; those that an index answers are asked first.</summary>
    public static RowFilter Every(IEnumerable<RowFilter> parts)
    {
        var all = parts.Where(part => part != All).OrderBy(part => part.IsScan).ToArray();
        return all.Contains(None) ? Only(None, all) : all.Length switch
        {
            0 => All,
            1 => all[0],
            _ => new CombinedFilter(all, AddEvery),
        };
    }

    /// <summary>What a filter does not match.</summary>
    public static RowFilter Not(RowFilter inner) =>
        inner == All ? None : inner == None ? All : new CombinedFilter([inner], AddOthers);

    public override void AddTo(int from, int to, RowSet rows) => _add(_parts, from, to, rows);

    protected override void Dispose(bool disposing)
    {
        foreach (var part in _parts)
        {
            part.Dispose();
        }

        base.Dispose(disposing);
    }

    private static RowFilter Only(RowFilter result, RowFilter[] others)
    {
        foreach (var other in others)
        {
            other.Dispose();
        }

        return result;
    }

    private static void AddAny(RowFilter[] parts, int from, int to, RowSet rows)
    {
        foreach (var part in parts)
        {
            part.AddTo(from, to, rows);
        }
    }

    private static void AddEvery(RowFilter[] parts, int from, int to, RowSet rows)
    {
        using var left = new RowSet(rows.Rows);
        parts[0].AddTo(from, to, left);
        foreach (var part in parts.AsSpan(1))
        {
            if (left.Next(0) < 0)
            {
                return;
            }

            using var next = new RowSet(rows.Rows);
            part.AddTo(from, to, next);
            left.IntersectWith(next);
        }

        rows.UnionWith(left);
    }

    private static void AddOthers(RowFilter[] parts, int from, int to, RowSet rows)
    {
        using var others = new RowSet(rows.Rows);
        using var matching = new RowSet(rows.Rows);
        others.AddRange(from, to);
        parts[0].AddTo(from, to, matching);
        others.ExceptWith(matching);
        rows.UnionWith(others);
    }
}
