using System.Collections.Immutable;

using Switchbook.Ldap.Schema;

namespace Switchbook.Ldap.Searching;

/// <summary>
/// Which attributes a search wants to see (RFC 4511, section 4.5.1.8; <c>+</c> of RFC 3673, <c>@class</c> of RFC 4529), resolved
/// against the schema. Instances are shared between searches with the same list, so what a directory works out for one is worth
/// keeping in <see cref="Plan"/>.
/// </summary>
public sealed class LdapAttributeSelection
{
    private readonly short[] _places;

    internal LdapAttributeSelection(ImmutableArray<LdapSelectedType> attributes, int schemaSize, bool typesOnly)
    {
        Attributes = attributes;
        TypesOnly = typesOnly;
        _places = new short[schemaSize];
        for (var i = 0; i < attributes.Length; i++)
        {
            _places[attributes[i].Type.Index] = (short)(i + 1);
        }
    }

    /// <summary>The selected attribute types, each once, in the schema's order; empty for <c>1.1</c>.</summary>
    public ImmutableArray<LdapSelectedType> Attributes { get; }

    /// <summary>Whether the client wants names without values.</summary>
    public bool TypesOnly { get; }

    /// <summary>A place for what a directory made of this selection; it may be set by several threads, the last one wins.</summary>
    public object? Plan { get; set; }

    /// <summary>Finds out whether an attribute is wanted, and its name.</summary>
    public bool TryGet(AttributeType type, out LdapSelectedType attribute)
    {
        var place = _places[type.Index];
        attribute = place == 0 ? default : Attributes[place - 1];
        return place != 0;
    }
}
