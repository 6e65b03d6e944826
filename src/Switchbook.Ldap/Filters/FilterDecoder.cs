using System.Collections.Immutable;
using System.Text;

using Switchbook.Ldap.Codec;
using Switchbook.Ldap.Schema;

namespace Switchbook.Ldap.Filters;

/// <summary>Decodes a filter into its normalised form in one pass; see <see cref="LdapFilter"/>.</summary>
/// <param name="schema">Tells known attributes from unknown ones.</param>
/// <param name="maximumDepth">How deep AND, OR and NOT may nest.</param>
/// <param name="maximumItems">How many parts of all kinds there may be.</param>
internal sealed class FilterDecoder(LdapSchema schema, int maximumDepth, int maximumItems)
{
    private const byte And = 0xA0;
    private const byte Or = 0xA1;
    private const byte Not = 0xA2;
    private const byte EqualityMatch = 0xA3;
    private const byte Substrings = 0xA4;
    private const byte GreaterOrEqual = 0xA5;
    private const byte LessOrEqual = 0xA6;
    private const byte Present = 0x87;
    private const byte ApproxMatch = 0xA8;
    private const byte ExtensibleMatch = 0xA9;

    private int _items;
    private bool _isMalformed;
    private bool _isTooLarge;

    /// <summary>Decodes a filter given with its tag and length.</summary>
    /// <returns>The filter, or null and why there is none.</returns>
    public LdapFilter? Decode(ReadOnlyMemory<byte> encoded, out LdapResult? refusal)
    {
        var reader = new BerReader(encoded);
        var filter = Read(ref reader, false, 0);
        refusal = _isTooLarge ? new LdapResult(LdapResultCode.AdminLimitExceeded, "The filter is too large or too deep.")
            : _isMalformed || reader.Failed || !reader.AtEnd ? new LdapResult(LdapResultCode.ProtocolError, "The filter is malformed.")
            : null;
        return refusal is null ? filter : null;
    }

    /// <summary>Makes the filter of an attribute value assertion, as compare needs it; null for an unknown attribute.</summary>
    public LdapFilter? Equality(ReadOnlySpan<byte> description, ReadOnlyMemory<byte> value) =>
        Resolve(description, out var hasOptions) is { } type && !hasOptions ? Leaf(type, false, each => MakeEquality(each, value)) : null;

    private LdapFilter Read(ref BerReader reader, bool negated, int depth)
    {
        if (++_items > maximumItems || depth > maximumDepth)
        {
            _isTooLarge = true;
            reader.Fail();
            return LdapFilter.Never.Instance;
        }

        switch (reader.NextTag)
        {
            case And:
            case Or:
                return ReadList(ref reader, negated, depth);
            case Not:
                var inner = reader.Nested(Not);
                var item = Read(ref inner, !negated, depth + 1);
                _isMalformed |= inner.Failed || !inner.AtEnd;
                return item;
            case Present:
                var name = reader.Value(Present);
                return Item(name.Span, negated, type => new LdapFilter.Present(type));
            case Substrings:
                return ReadSubstrings(reader.Nested(Substrings), negated);
            case ExtensibleMatch:
                return ReadExtensible(reader.Nested(ExtensibleMatch), negated);
            default:
                return ReadAssertion(ref reader, negated);
        }
    }

    private LdapFilter ReadList(ref BerReader reader, bool negated, int depth)
    {
        var tag = reader.NextTag;
        var list = reader.Nested(tag);
        var parts = new FilterCombination(tag == And != negated);
        while (!list.AtEnd)
        {
            parts.Add(Read(ref list, negated, depth + 1));
        }

        _isMalformed |= list.Failed;
        return parts.ToFilter();
    }

    private LdapFilter ReadAssertion(ref BerReader reader, bool negated)
    {
        var tag = reader.NextTag;
        var assertion = reader.Nested(tag);
        var name = assertion.OctetString();
        var value = assertion.OctetString();
        _isMalformed |= assertion.Failed || !assertion.AtEnd;
        return tag switch
        {
            EqualityMatch => Item(name.Span, negated, type => MakeEquality(type, value)),
            ApproxMatch => Item(name.Span, negated, type => type.Equality is null ? null : new LdapFilter.Approximate(type, value)),
            GreaterOrEqual => Item(name.Span, negated, type => type.Ordering is null ? null : new LdapFilter.GreaterOrEqual(type, value)),
            LessOrEqual => Item(name.Span, negated, type => type.Ordering is null ? null : new LdapFilter.LessOrEqual(type, value)),
            _ => Malformed(),
        };
    }

    private LdapFilter ReadSubstrings(BerReader reader, bool negated)
    {
        var name = reader.OctetString();
        var list = reader.Nested(BerTag.Sequence);
        ReadOnlyMemory<byte>? initial = null;
        ReadOnlyMemory<byte>? final = null;
        var any = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        var count = 0;
        while (!list.AtEnd)
        {
            var part = list.Any(out var tag);
            _isMalformed |= part.IsEmpty || final is not null || (tag == 0x80 && count > 0) || tag is < 0x80 or > 0x82;
            _isTooLarge |= ++_items > maximumItems;
            count++;
            switch (tag)
            {
                case 0x80:
                    initial = part;
                    break;
                case 0x82:
                    final = part;
                    break;
                default:
                    any.Add(part);
                    break;
            }
        }

        _isMalformed |= reader.Failed || !reader.AtEnd || list.Failed || count == 0;
        var middle = any.DrainToImmutable();
        return Item(name.Span, negated, type => type.Substrings is null ? null : new LdapFilter.Substrings(type, initial, middle, final));
    }

    private LdapFilter ReadExtensible(BerReader reader, bool negated)
    {
        var ruleName = reader.NextTag == 0x81 ? Encoding.UTF8.GetString(reader.Value(0x81).Span) : null;
        var hasType = reader.NextTag == 0x82;
        var typeName = hasType ? reader.Value(0x82) : default;
        var value = reader.Value(0x83);
        var dnAttributes = reader.NextTag == 0x84 && reader.Boolean(0x84);
        if (reader.Failed || !reader.AtEnd || (ruleName is null && !hasType))
        {
            return Malformed();
        }

        var rule = ruleName is null ? null : MatchingRules.Find(ruleName);
        if (ruleName is not null && rule is null)
        {
            return LdapFilter.Never.Instance;
        }

        if (hasType)
        {
            return Item(typeName.Span, negated, type => MakeExtensible(type, rule ?? type.Equality, value, dnAttributes));
        }

        var parts = new FilterCombination(negated);
        foreach (var type in schema.AttributeTypes.Where(rule!.Suits))
        {
            parts.Add(Signed(MakeExtensible(type, rule, value, dnAttributes), negated));
        }

        return parts.ToFilter();
    }

    private LdapFilter Item(ReadOnlySpan<byte> description, bool negated, Func<AttributeType, LdapFilter.Leaf?> make)
    {
        if (Resolve(description, out var hasOptions) is not { } type)
        {
            return LdapFilter.Never.Instance;
        }

        // No entry has an attribute with options, so a statement about one is False, not Undefined.
        if (hasOptions)
        {
            return negated && make(type) is not null ? LdapFilter.Always.Instance : LdapFilter.Never.Instance;
        }

        return Leaf(type, negated, make);
    }

    private LdapFilter Leaf(AttributeType type, bool negated, Func<AttributeType, LdapFilter.Leaf?> make)
    {
        var subtypes = schema.SubtypesOf(type);
        if (subtypes.IsEmpty)
        {
            var leaf = make(type);
            return leaf is LdapFilter.Present && type.Index == schema.ObjectClassIndex
                ? negated ? LdapFilter.Never.Instance : LdapFilter.Always.Instance
                : Signed(leaf, negated);
        }

        var parts = new FilterCombination(negated);
        parts.Add(Signed(make(type), negated));
        foreach (var subtype in subtypes)
        {
            parts.Add(Signed(make(subtype), negated));
        }

        return parts.ToFilter();
    }

    private AttributeType? Resolve(ReadOnlySpan<byte> description, out bool hasOptions)
    {
        var semicolon = description.IndexOf((byte)';');
        hasOptions = semicolon >= 0;
        return schema.Find(hasOptions ? description[..semicolon] : description);
    }

    private static LdapFilter Signed(LdapFilter.Leaf? leaf, bool negated) => leaf switch
    {
        null => LdapFilter.Never.Instance,
        _ when negated => new LdapFilter.Negated(leaf),
        _ => leaf,
    };

    private static LdapFilter.Equality? MakeEquality(AttributeType type, ReadOnlyMemory<byte> value) =>
        type.Equality is null ? null : new LdapFilter.Equality(type, value);

    private static LdapFilter.Leaf? MakeExtensible(AttributeType type, MatchingRule? rule, ReadOnlyMemory<byte> value, bool dnAttributes) =>
        rule is null || (rule != type.Equality && !rule.Suits(type)) ? null
        : rule == type.Equality && !dnAttributes ? new LdapFilter.Equality(type, value)
        : new LdapFilter.Extensible(type, rule, value, dnAttributes);

    private LdapFilter.Never Malformed()
    {
        _isMalformed = true;
        return LdapFilter.Never.Instance;
    }
}
