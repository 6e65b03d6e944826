using System.Text;
using Switchbook.Ldap.Entries;
using Switchbook.Ldap.Filters;
using Switchbook.Ldap.Rows;
using Switchbook.Ldap.Schema;
using Switchbook.PhoneDirectory.Columns;
using Switchbook.PhoneDirectory.Searching;

namespace Switchbook.Ldap.Matching;

/// <summary>Makes filters ready for one table: from indexes where there are some, else by looking at rows.</summary>
internal sealed class FilterPlanner(RowTable table, RowPlace place, LdapSchema schema, LdapOptions options)
{
    private readonly NumberMatching _numbers = new(table);
    private readonly NameRules? _names = NameRules.Of(options);
    private readonly bool _anyFormat = options is { Matching: LdapMatching.Extended, AnyNumberFormat: true };

    public RowFilter Plan(LdapFilter filter) => filter switch
    {
        LdapFilter.Always => RowFilter.All,
        LdapFilter.AllOf all => CombinedFilter.Every(all.Parts.Select(Plan)),
        LdapFilter.AnyOf any => CombinedFilter.Any(Alternatives(any)),
        LdapFilter.Negated negated => PlanNegated(negated),
        LdapFilter.Leaf leaf => PlanLeaf(leaf),
        _ => RowFilter.None,
    };

    /// <summary>One number asked for in several attributes is looked up once, and the best match among them counts.</summary>
    private IEnumerable<RowFilter> Alternatives(LdapFilter.AnyOf any)
    {
        if (!_anyFormat)
        {
            return any.Parts.Select(Plan);
        }

        var numbers = any.Parts.OfType<LdapFilter.Equality>()
            .Where(leaf => table.KindsOf(leaf.Type) != NumberKinds.None && NumberMatching.IsNumber(leaf.Value))
            .ToList();
        if (numbers.Count < 2)
        {
            return any.Parts.Select(Plan);
        }

        var looked = numbers
            .GroupBy(leaf => Encoding.UTF8.GetString(leaf.Value.Span), StringComparer.Ordinal)
            .Select(group => _numbers.Equal(
                group.First().Value, group.Aggregate(NumberKinds.None, (kinds, leaf) => kinds | table.KindsOf(leaf.Type))));
        return any.Parts.Where(part => part is not LdapFilter.Equality leaf || !numbers.Contains(leaf)).Select(Plan).Concat(looked);
    }

    private RowFilter PlanNegated(LdapFilter.Negated negated)
    {
        var leaf = negated.Inner;
        if (!IsNumberLeaf(leaf) && !IsNameLeaf(leaf) && leaf is not LdapFilter.Present)
        {
            return ByValues(negated, leaf);
        }

        return IsNumberLeaf(leaf) && !IsNumber(leaf) ? RowFilter.None : CombinedFilter.Not(PlanLeaf(leaf));
    }

    private RowFilter PlanLeaf(LdapFilter.Leaf leaf)
    {
        if (leaf is LdapFilter.Present)
        {
            return PlanPresence(table.FieldOf(leaf.Type));
        }

        if (leaf is LdapFilter.Equality { Value: var uid } && table.FieldOf(leaf.Type) == RowField.Uid)
        {
            var found = new RowSet(table.Count);
            table.AddRowsOfUid(Encoding.UTF8.GetString(uid.Span).Trim(), found);
            return new IndexedFilter(found);
        }

        if (IsNameLeaf(leaf))
        {
            return new NameMatching(table, table.FieldOf(leaf.Type), _names!).Make(leaf) ?? ByValues(leaf, leaf);
        }

        if (IsNumberLeaf(leaf))
        {
            return IsNumber(leaf) ? PlanNumber(leaf) : RowFilter.None;
        }

        return ByValues(leaf, leaf);
    }

    private RowFilter PlanNumber(LdapFilter.Leaf leaf) => leaf switch
    {
        LdapFilter.Equality item => _numbers.Equal(item.Value, table.KindsOf(leaf.Type)),
        LdapFilter.Approximate item => _numbers.Equal(item.Value, table.KindsOf(leaf.Type)),
        LdapFilter.Substrings item => _numbers.Substrings(item, table.KindsOf(leaf.Type)) ?? ByValues(leaf, leaf),
        _ => ByValues(leaf, leaf),
    };

    private RowFilter PlanPresence(RowField field) => field switch
    {
        RowField.None => RowFilter.None,
        RowField.GivenName or RowField.Mail or RowField.Title or RowField.Department or RowField.Company =>
            ScanFilter.Of(row => table.TextOf(field, row) != StringHeap.None),
        RowField.Telephone or RowField.Mobile => ScanFilter.Of(row => table.Numbers(field, row, []) > 0),
        _ => RowFilter.All,
    };

    /// <summary>As the standard has it, looking at values. What many rows share is looked at once.</summary>
    private RowFilter ByValues(LdapFilter filter, LdapFilter.Leaf leaf)
    {
        var test = EntryFilter.Compile(filter, schema);
        var values = new RowValues(table, place, schema);
        var field = table.FieldOf(leaf.Type);
        var usesName = leaf is LdapFilter.Extensible { DnAttributes: true };
        if (!usesName && (field == RowField.None || RowFields.IsConstant(field)))
        {
            return test.Matches(values) ? RowFilter.All : RowFilter.None;
        }

        if (usesName || field is not (RowField.Title or RowField.Department or RowField.Company))
        {
            return ScanFilter.Of(row =>
            {
                values.Row = row;
                return test.Matches(values);
            });
        }

        var known = new Dictionary<int, bool>();
        return ScanFilter.Of(row =>
        {
            var text = table.TextOf(field, row);
            if (!known.TryGetValue(text, out var matches))
            {
                values.Row = row;
                matches = test.Matches(values);
                known.Add(text, matches);
            }

            return matches;
        });
    }

    private bool IsNameLeaf(LdapFilter.Leaf leaf) =>
        _names is not null && leaf is not LdapFilter.Extensible && table.NamesOf(table.FieldOf(leaf.Type)) is not null;

    private bool IsNumberLeaf(LdapFilter.Leaf leaf) =>
        _anyFormat && leaf is not LdapFilter.Extensible && table.KindsOf(leaf.Type) != NumberKinds.None;

    private static bool IsNumber(LdapFilter.Leaf leaf) => leaf switch
    {
        LdapFilter.Equality item => NumberMatching.IsNumber(item.Value),
        LdapFilter.Approximate item => NumberMatching.IsNumber(item.Value),
        LdapFilter.Substrings item => NumberMatching.IsNumber(item),
        _ => true,
    };
}
