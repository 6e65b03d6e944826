using System.Collections.Immutable;

namespace Switchbook.Ldap.Schema;

/// <summary>An attribute type of a schema (RFC 4512, section 4.1.2). Compare by reference, or by <see cref="Index"/>.</summary>
public sealed class AttributeType
{
    internal AttributeType()
    {
    }

    /// <summary>The place in <see cref="LdapSchema.AttributeTypes"/>, from 0 without gaps: good as an index into a directory's columns.</summary>
    public required int Index { get; init; }

    /// <summary>The object identifier in dotted form.</summary>
    public required string Oid { get; init; }

    /// <summary>The short names; the first one is returned where the client named none.</summary>
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>The first short name, or the OID where there is none.</summary>
    public string Name => Names.IsEmpty ? Oid : Names[0];

    /// <summary>The type that this one is a subtype of.</summary>
    public AttributeType? Supertype { get; init; }

    /// <summary>The equality rule, its own or inherited; null when values cannot be compared.</summary>
    public MatchingRule? Equality { get; init; }

    /// <summary>
    /// The ordering rule, its own or inherited, else the one that goes with the equality rule: names have none in RFC 4519, and
    /// phones order by them all the same.
    /// </summary>
    public MatchingRule? Ordering { get; init; }

    /// <summary>The substrings rule, its own or inherited.</summary>
    public MatchingRule? Substrings { get; init; }

    /// <summary>The OID of the syntax, its own or inherited.</summary>
    public required string SyntaxOid { get; init; }

    /// <summary>Whether an entry has at most one value.</summary>
    public bool IsSingleValue { get; init; }

    /// <summary>Whether it is returned only when asked for by name or with <c>+</c>.</summary>
    public bool IsOperational { get; init; }

    /// <summary>The definition as the subschema publishes it.</summary>
    public required string Definition { get; init; }

    public override string ToString() => Name;
}
