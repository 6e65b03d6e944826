using System.Text;

using Switchbook.Ldap.Filters;
using Switchbook.Ldap.Matching;
using Switchbook.Ldap.Schema;

namespace Switchbook.Ldap.Entries;

/// <summary>One statement about an attribute, with its value prepared.</summary>
internal abstract class LeafTest(AttributeType type)
{
    private protected AttributeType Type { get; } = type;

    public static LeafTest Compile(LdapFilter.Leaf leaf, LdapSchema schema)
    {
        var type = leaf.Type;
        return leaf switch
        {
            LdapFilter.Equality item => Compare(type, type.Equality, item.Value, schema, sign => sign == 0),
            LdapFilter.Approximate item => Compare(type, type.Equality, item.Value, schema, sign => sign == 0),
            LdapFilter.GreaterOrEqual item => Compare(type, type.Ordering, item.Value, schema, sign => sign >= 0),
            LdapFilter.LessOrEqual item => Compare(type, type.Ordering, item.Value, schema, sign => sign <= 0),
            LdapFilter.Substrings item when SubstringTest.TryCompile(item, out var test) => test,
            LdapFilter.Extensible item => Compare(type, item.Rule, item.Value, schema, sign => sign == 0, item.DnAttributes),
            LdapFilter.Present => new Presence(type),
            _ => new Undefined(type),
        };
    }

    /// <summary>True, False, or null for Undefined.</summary>
    public virtual bool? Matches(IAttributeSource entry)
    {
        foreach (var value in entry.Values(Type))
        {
            if (MatchesValue(value.Span))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a value of the attribute matches.</summary>
    public abstract bool MatchesValue(ReadOnlySpan<byte> value);

    private static LeafTest Compare(
        AttributeType type,
        MatchingRule? rule,
        ReadOnlyMemory<byte> value,
        LdapSchema schema,
        Func<int, bool> accept,
        bool dnAttributes = false) =>
        rule is not null && StringPreparation.Prepare(value.Span, rule.Preparation, SubstringPart.Whole, schema) is { } prepared
            ? new Comparison(type, rule, prepared, schema, accept, dnAttributes)
            : new Undefined(type);

    private sealed class Undefined(AttributeType type) : LeafTest(type)
    {
        public override bool? Matches(IAttributeSource entry) => null;

        public override bool MatchesValue(ReadOnlySpan<byte> value) => false;
    }

    private sealed class Presence(AttributeType type) : LeafTest(type)
    {
        public override bool MatchesValue(ReadOnlySpan<byte> value) => true;
    }

    private sealed class Comparison(
        AttributeType type, MatchingRule rule, byte[] assertion, LdapSchema schema, Func<int, bool> accept, bool dnAttributes)
        : LeafTest(type)
    {
        public override bool? Matches(IAttributeSource entry) =>
            base.Matches(entry) == true || (dnAttributes && entry.Name.Rdns.Any(rdn => rdn.Values.Any(IsMatch)));

        public override bool MatchesValue(ReadOnlySpan<byte> value) =>
            StringPreparation.Prepare(value, rule.Preparation, SubstringPart.Whole, schema) is { } prepared
            && accept(prepared.AsSpan().SequenceCompareTo(assertion));

        private bool IsMatch(Names.AttributeValue value) =>
            value.Type == Type && MatchesValue(Encoding.UTF8.GetBytes(value.Value));
    }
}
