using System.Collections.Immutable;
using System.Text;
using Switchbook.Ldap.Filters;
using Switchbook.Ldap.Rows;
using Switchbook.PhoneDirectory.Columns;
using Switchbook.PhoneDirectory.Names;
using Switchbook.PhoneDirectory.Searching;

namespace Switchbook.Ldap.Matching;

/// <summary>
/// Filters on names as people mean them: folded, the beginning of any word, words in any order. Whatever RFC 4517 would find is
/// found too.
/// </summary>
internal sealed class NameMatching(RowTable table, RowField field, NameRules rules)
{
    private readonly NameColumn _column = table.NamesOf(field)!;

    /// <summary>Makes a filter; null when folding leaves nothing of a value, and the standard's matching must do.</summary>
    public RowFilter? Make(LdapFilter.Leaf leaf) => leaf switch
    {
        LdapFilter.Equality item => KeypadOf(item.Value.Span) ?? Tested(leaf, Equal(item.Value.Span)),
        LdapFilter.Approximate item => Tested(leaf, Beginning(item.Value.Span)),
        LdapFilter.Substrings { Any.IsEmpty: true, Final: null, Initial: { } initial } => KeypadOf(initial.Span) ?? Tested(leaf, Beginning(initial.Span)),
        LdapFilter.Substrings item => Tested(leaf, Substrings(item)),
        LdapFilter.GreaterOrEqual item => Compare(item.Value.Span, static order => order >= 0),
        LdapFilter.LessOrEqual item => Compare(item.Value.Span, static order => order <= 0),
        _ => null,
    };

    private RowFilter? Tested(LdapFilter.Leaf leaf, RowFilter? filter)
    {
        if (filter is null || rules.AreAll)
        {
            return filter;
        }

        var test = NameTest.Of(leaf, rules);
        return new TestedFilter(filter, row => test.Matches(_column.Lines(row), table.Snapshot.Texts.Octets(table.TextOf(field, row))));
    }

    private static NameQuery Query(ReadOnlySpan<byte> value) => NameQuery.Parse(Encoding.UTF8.GetString(value));

    private IndexedFilter? Equal(ReadOnlySpan<byte> value)
    {
        var query = Query(value);
        return query.IsEmpty ? null : Beginning(query, lines => query.IsWhole(lines));
    }

    private IndexedFilter? Beginning(ReadOnlySpan<byte> value)
    {
        var query = Query(value);
        return query.IsEmpty ? null : Beginning(query, null);
    }

    private IndexedFilter Beginning(NameQuery query, LinesTest? test)
    {
        var found = new RowSet(_column.Rows);
        query.AddBeginnings(_column, found);
        for (var row = test is null ? -1 : found.Next(0); row >= 0; row = found.Next(row + 1))
        {
            if (!test!(_column.Lines(row)))
            {
                found.Remove(row);
            }
        }

        return new(found);
    }

    private RowFilter? Substrings(LdapFilter.Substrings item)
    {
        var (any, final) = (item.Any.Select(part => Query(part.Span)).ToImmutableArray(), item.Final is { } end ? Query(end.Span) : null);
        if (any.Any(part => part.IsEmpty) || final is { IsEmpty: true })
        {
            return null;
        }

        LinesTest? test = any.IsEmpty && final is null ? null : lines => Holds(lines, any, final);
        if (item.Initial is { } initial)
        {
            var query = Query(initial.Span);
            return query.IsEmpty ? null : Beginning(query, test);
        }

        return Anywhere(any, final, test!);
    }

    private ScanFilter Anywhere(ImmutableArray<NameQuery> any, NameQuery? final, LinesTest test)
    {
        var first = any.IsEmpty ? final! : any.MaxBy(part => part.Length)!;
        if (any.Length == 1 && final is null)
        {
            return new((from, to, rows) => first.AddAnywhere(_column, from, to, rows));
        }

        return new((from, to, rows) =>
        {
            using var candidates = new RowSet(rows.Rows);
            first.AddAnywhere(_column, from, to, candidates);
            for (var row = candidates.Next(0); row >= 0; row = candidates.Next(row + 1))
            {
                if (test(_column.Lines(row)))
                {
                    rows.Add(row);
                }
            }
        });
    }

    private static bool Holds(ReadOnlySpan<byte> lines, ImmutableArray<NameQuery> any, NameQuery? final)
    {
        foreach (var part in any)
        {
            if (!part.StandsAnywhereIn(lines))
            {
                return false;
            }
        }

        return final is null || final.Ends(lines);
    }

    private ScanFilter? Compare(ReadOnlySpan<byte> value, Func<int, bool> accepts)
    {
        if (!rules.Folds)
        {
            return null;
        }

        var folded = Encoding.UTF8.GetBytes(NameFolding.Fold(Encoding.UTF8.GetString(value)));
        return folded.Length == 0
            ? null
            : ScanFilter.Of(row => _column.Plain(row) is { IsEmpty: false } name && accepts(name.SequenceCompareTo(folded)));
    }

    private IndexedFilter? KeypadOf(ReadOnlySpan<byte> value)
    {
        if (!rules.Keypad || value.IsEmpty || value.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return null;
        }

        var found = new RowSet(_column.Rows);
        KeypadSearch.AddBeginnings(_column, value, found);
        Query(value).AddBeginnings(_column, found);
        return new(found);
    }

    private delegate bool LinesTest(ReadOnlySpan<byte> lines);
}
