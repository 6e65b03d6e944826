using System.Collections.Immutable;

using Switchbook.Ldap.Schema;

namespace Switchbook.Ldap.Filters;

/// <summary>
/// A search filter (RFC 4511, section 4.5.1.7), normalised so that it can be answered with sets: negation stands on leaves only,
/// nested conjunctions and disjunctions are flat, each has two parts or more, unknown attributes are gone (Undefined counts as
/// not matching, negated or not), a supertype such as <c>name</c> became a disjunction over its subtypes, and
/// <c>(objectClass=*)</c> is <see cref="Always"/>. The closed family of its forms nests here.
/// </summary>
/// <remarks>
/// Values are as the client sent them (UTF-8, not prepared). A value that cannot be one of the attribute (letters for a
/// telephone number) makes its leaf Undefined: neither the leaf nor its <see cref="Negated"/> matches.
/// </remarks>
public abstract record LdapFilter
{
    private LdapFilter()
    {
    }

    /// <summary>Matches every entry.</summary>
    public sealed record Always : LdapFilter
    {
        public static Always Instance { get; } = new();
    }

    /// <summary>Matches no entry.</summary>
    public sealed record Never : LdapFilter
    {
        public static Never Instance { get; } = new();
    }

    /// <summary>Matches what all its parts match; two parts or more, none of them an <see cref="AllOf"/>.</summary>
    public sealed record AllOf(ImmutableArray<LdapFilter> Parts) : LdapFilter;

    /// <summary>Matches what one of its parts matches; two parts or more, none of them an <see cref="AnyOf"/>.</summary>
    public sealed record AnyOf(ImmutableArray<LdapFilter> Parts) : LdapFilter;

    /// <summary>Matches where its leaf is False: every entry that the leaf does not match, unless the leaf is Undefined.</summary>
    public sealed record Negated(Leaf Inner) : LdapFilter;

    /// <summary>A statement about one attribute.</summary>
    public abstract record Leaf(AttributeType Type) : LdapFilter;

    /// <summary><c>(type=*)</c></summary>
    public sealed record Present(AttributeType Type) : Leaf(Type);

    /// <summary><c>(type=value)</c></summary>
    public sealed record Equality(AttributeType Type, ReadOnlyMemory<byte> Value) : Leaf(Type);

    /// <summary><c>(type~=value)</c>; equality at the least.</summary>
    public sealed record Approximate(AttributeType Type, ReadOnlyMemory<byte> Value) : Leaf(Type);

    /// <summary><c>(type&gt;=value)</c></summary>
    public sealed record GreaterOrEqual(AttributeType Type, ReadOnlyMemory<byte> Value) : Leaf(Type);

    /// <summary><c>(type&lt;=value)</c></summary>
    public sealed record LessOrEqual(AttributeType Type, ReadOnlyMemory<byte> Value) : Leaf(Type);

    /// <summary><c>(type=initial*any*any*final)</c>; at least one part is there, and none is empty.</summary>
    public sealed record Substrings(
        AttributeType Type,
        ReadOnlyMemory<byte>? Initial,
        ImmutableArray<ReadOnlyMemory<byte>> Any,
        ReadOnlyMemory<byte>? Final) : Leaf(Type);

    /// <summary>
    /// <c>(type:dn:rule:=value)</c> with a rule that is not the type's own equality rule, or with <c>:dn</c>; one without a type
    /// became a disjunction over the types that the rule suits.
    /// </summary>
    public sealed record Extensible(AttributeType Type, MatchingRule Rule, ReadOnlyMemory<byte> Value, bool DnAttributes)
        : Leaf(Type);
}
