using System.Collections.Immutable;

namespace Switchbook.Ldap.Schema;

/// <summary>An object class of a schema (RFC 4512, section 4.1.1).</summary>
public sealed class ObjectClass
{
    internal ObjectClass()
    {
    }

    /// <summary>The object identifier in dotted form.</summary>
    public required string Oid { get; init; }

    public required ImmutableArray<string> Names { get; init; }

    /// <summary>What an entry of the class has or may have, superclasses included.</summary>
    public required ImmutableArray<AttributeType> Attributes { get; init; }

    /// <summary>The definition as the subschema publishes it.</summary>
    public required string Definition { get; init; }

    /// <summary>The first short name, or the OID where there is none.</summary>
    public string Name => Names.IsEmpty ? Oid : Names[0];

    public override string ToString() => Name;
}
