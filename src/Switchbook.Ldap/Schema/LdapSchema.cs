using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Switchbook.Ldap.Schema;

/// <summary>What a directory's entries may be made of, published as <c>cn=subschema</c> (RFC 4512, section 4.2). Immutable.</summary>
public sealed class LdapSchema
{
    private readonly FrozenDictionary<string, AttributeType> _attributeTypes;
    private readonly FrozenDictionary<string, AttributeType>.AlternateLookup<ReadOnlySpan<char>> _attributeTypesBySpan;
    private readonly FrozenDictionary<string, ObjectClass> _objectClasses;
    private readonly ImmutableArray<AttributeType>[] _subtypes;

    internal LdapSchema(ImmutableArray<AttributeType> attributeTypes, ImmutableArray<ObjectClass> objectClasses)
    {
        AttributeTypes = attributeTypes;
        ObjectClasses = objectClasses;
        _attributeTypes = attributeTypes
            .SelectMany(type => type.Names.Append(type.Oid).Select(name => (name, type)))
            .ToFrozenDictionary(pair => pair.name, pair => pair.type, StringComparer.OrdinalIgnoreCase);
        _attributeTypesBySpan = _attributeTypes.GetAlternateLookup<ReadOnlySpan<char>>();
        _subtypes = [.. attributeTypes.Select(type => Subtypes(attributeTypes, type))];
        ObjectClassIndex = _attributeTypes.TryGetValue("objectClass", out var objectClass) ? objectClass.Index : -1;
        _objectClasses = objectClasses
            .SelectMany(type => type.Names.Append(type.Oid).Select(name => (name, type)))
            .ToFrozenDictionary(pair => pair.name, pair => pair.type, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>
    /// The published schema that people and phone entries need: RFC 4512, 4519, 4524, 4530, 2798 and what phones ask for, see
    /// <see cref="StandardSchema"/>.
    /// </summary>
    public static LdapSchema Standard { get; } = LdapSchemaReader.Read(
        StandardSchema.AttributeTypes,
        StandardSchema.ObjectClasses);

    /// <summary>The attribute types, each at the place of its <see cref="AttributeType.Index"/>.</summary>
    public ImmutableArray<AttributeType> AttributeTypes { get; }

    public ImmutableArray<ObjectClass> ObjectClasses { get; }

    /// <summary>The <see cref="AttributeType.Index"/> of <c>objectClass</c>, which every entry has.</summary>
    internal int ObjectClassIndex { get; }

    /// <summary>Adds definitions in the form of RFC 4512, sections 4.1.1 and 4.1.2, to these.</summary>
    /// <exception cref="FormatException">A definition cannot be read, repeats a name, or refers to something unknown.</exception>
    public LdapSchema With(IEnumerable<string> attributeTypes, IEnumerable<string> objectClasses) =>
        LdapSchemaReader.Read(
            AttributeTypes.Select(type => type.Definition).Concat(attributeTypes),
            ObjectClasses.Select(type => type.Definition).Concat(objectClasses));

    /// <summary>Finds an attribute type by a name or its OID, without attribute options; case does not matter.</summary>
    public bool TryGetAttributeType(string name, [NotNullWhen(true)] out AttributeType? type) =>
        _attributeTypes.TryGetValue(name, out type);

    /// <summary>Finds an attribute type that is known to be there.</summary>
    /// <exception cref="KeyNotFoundException">It is not.</exception>
    public AttributeType Required(string name) => _attributeTypes[name];

    /// <summary>Finds an object class by a name or its OID; case does not matter.</summary>
    public bool TryGetObjectClass(string name, [NotNullWhen(true)] out ObjectClass? objectClass) =>
        _objectClasses.TryGetValue(name, out objectClass);

    /// <summary>The types below one, at any depth.</summary>
    public ImmutableArray<AttributeType> SubtypesOf(AttributeType type) => _subtypes[type.Index];

    /// <summary>Finds an attribute type by the name on the wire, without attribute options; null when it is unknown.</summary>
    internal AttributeType? Find(ReadOnlySpan<byte> name)
    {
        const int LongestName = 128;
        if (name.Length > LongestName)
        {
            return null;
        }

        Span<char> text = stackalloc char[LongestName];
        var length = Encoding.Latin1.GetChars(name, text);
        return _attributeTypesBySpan.TryGetValue(text[..length], out var type) ? type : null;
    }

    private static ImmutableArray<AttributeType> Subtypes(ImmutableArray<AttributeType> all, AttributeType of)
    {
        return [.. all.Where(IsBelow)];

        bool IsBelow(AttributeType type) => type.Supertype is { } above && (above == of || IsBelow(above));
    }
}
