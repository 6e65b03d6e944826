using System.Collections.Immutable;
using System.Text;
using Switchbook.Ldap.Filters;
using Switchbook.Ldap.Schema;
using Switchbook.PhoneDirectory.Columns;
using Switchbook.PhoneDirectory.Names;

namespace Switchbook.Ldap.Matching;

/// <summary>
/// Holds a filter against one name when some of the rules are off. The index of names has been asked before, and it follows all
/// rules: so what remains is to look at the order of what is asked for, at where it begins, and at accents.
/// </summary>
internal sealed class NameTest
{
    private static readonly FoldingForm[] Forms = [FoldingForm.Plain, FoldingForm.Expanded, FoldingForm.Joined];

    private readonly NameRules _rules;
    private readonly bool _isWhole;
    private readonly ImmutableArray<Parts> _asked;

    private NameTest(NameRules rules, bool isWhole, ImmutableArray<Parts> asked) => (_rules, _isWhole, _asked) = (rules, isWhole, asked);

    public static NameTest Of(LdapFilter.Leaf leaf, NameRules rules)
    {
        var item = leaf switch
        {
            LdapFilter.Substrings substrings => substrings,
            LdapFilter.Equality equality => new LdapFilter.Substrings(leaf.Type, equality.Value, [], null),
            LdapFilter.Approximate approximate => new LdapFilter.Substrings(leaf.Type, approximate.Value, [], null),
            _ => throw new ArgumentException("Only what begins or stands in a name is tested.", nameof(leaf)),
        };
        ImmutableArray<Parts> asked = rules.Folds
            ? [.. Forms.Select(form => Prepare(item, value => Fold(value, form)))]
            : [Prepare(item, Case)];
        return new(rules, leaf is LdapFilter.Equality, asked);
    }

    /// <param name="lines">The name folded, in the ways in which it is typed.</param>
    /// <param name="name">The name itself.</param>
    public bool Matches(ReadOnlySpan<byte> lines, ReadOnlyMemory<byte> name)
    {
        if (!_rules.Folds)
        {
            return Matches(Case(name));
        }

        foreach (var line in lines.Split(NameColumn.LineEnd))
        {
            if (Matches(lines[line]))
            {
                return true;
            }
        }

        return false;
    }

    private bool Matches(ReadOnlySpan<byte> line)
    {
        foreach (var parts in _asked)
        {
            if (Matches(line, parts))
            {
                return true;
            }
        }

        return false;
    }

    private bool Matches(ReadOnlySpan<byte> line, Parts parts)
    {
        var from = 0;
        if (parts.Initial is { } initial)
        {
            if (_rules.AnyOrder && initial.Contains((byte)' '))
            {
                from = HoldsWords(line, initial) ? 0 : -1;
            }
            else if (_isWhole)
            {
                return line.SequenceEqual(initial);
            }
            else
            {
                from = EndOfBeginning(line, initial, _rules.AnyWord);
            }
        }

        foreach (var part in parts.Any)
        {
            var at = from < 0 ? -1 : line[from..].IndexOf(part);
            from = at < 0 ? -1 : _rules.AnyOrder ? from : from + at + part.Length;
        }

        return from >= 0 && (parts.Final is not { } final || line[from..].EndsWith(final));
    }

    /// <summary>Whether each word that is asked for is the beginning of one, or is one.</summary>
    private bool HoldsWords(ReadOnlySpan<byte> line, ReadOnlySpan<byte> asked)
    {
        foreach (var word in asked.Split((byte)' '))
        {
            var end = EndOfBeginning(line, asked[word], true);
            if (end < 0 || (_isWhole && end < line.Length && line[end] != (byte)' '))
            {
                return false;
            }
        }

        return !_isWhole || line.Length == asked.Length;
    }

    /// <summary>Where the line goes on behind its beginning, or behind that of a word; -1 when it does not begin so.</summary>
    private static int EndOfBeginning(ReadOnlySpan<byte> line, ReadOnlySpan<byte> initial, bool anyWord)
    {
        for (var start = 0; start < line.Length;)
        {
            if (line[start..].StartsWith(initial))
            {
                return start + initial.Length;
            }

            var blank = anyWord ? line[start..].IndexOf((byte)' ') : -1;
            start = blank < 0 ? line.Length : start + blank + 1;
        }

        return -1;
    }

    private static Parts Prepare(LdapFilter.Substrings item, Func<ReadOnlyMemory<byte>, byte[]> prepare) => new(
        item.Initial is { } initial ? prepare(initial) : null,
        [.. item.Any.Select(prepare)],
        item.Final is { } final ? prepare(final) : null);

    private static byte[] Case(ReadOnlyMemory<byte> value) =>
        StringPreparation.Prepare(value.Span, ValuePreparation.CaseIgnore) ?? value.ToArray();

    private static byte[] Fold(ReadOnlyMemory<byte> value, FoldingForm form)
    {
        Span<char> folded = stackalloc char[NameFolding.LongestFolded];
        return Encoding.UTF8.GetBytes(folded[..NameFolding.Fold(Encoding.UTF8.GetString(value.Span), folded, form)].ToString());
    }

    private sealed record Parts(byte[]? Initial, ImmutableArray<byte[]> Any, byte[]? Final);
}
