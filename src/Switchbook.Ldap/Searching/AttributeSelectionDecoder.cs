using System.Collections.Immutable;
using System.Text;

using Switchbook.Ldap.Codec;
using Switchbook.Ldap.Schema;

namespace Switchbook.Ldap.Searching;

/// <summary>Resolves attribute lists, and remembers the last ones: clients ask for the same list again and again.</summary>
internal sealed class AttributeSelectionDecoder(LdapSchema schema)
{
    private readonly RecentValues<LdapAttributeSelection> _recent = new(64);
    private readonly ImmutableArray<byte[]> _names =
        [.. schema.AttributeTypes.Select(type => LdapEncoding.OctetString(Encoding.UTF8.GetBytes(type.Name)))];

    /// <summary>Decodes the content of an attribute list; null when it is malformed.</summary>
    public LdapAttributeSelection? Decode(ReadOnlyMemory<byte> content, bool typesOnly)
    {
        if (_recent.TryGet(content.Span, typesOnly ? 1 : 0, out var known))
        {
            return known;
        }

        var names = new byte[]?[schema.AttributeTypes.Length];
        var reader = new BerReader(content);
        var isEmpty = reader.AtEnd;
        while (!reader.AtEnd)
        {
            Select(reader.OctetString().Span, names);
        }

        if (reader.Failed)
        {
            return null;
        }

        if (isEmpty)
        {
            Select("*"u8, names);
        }

        var selected = ImmutableArray.CreateBuilder<LdapSelectedType>();
        foreach (var type in schema.AttributeTypes)
        {
            if (names[type.Index] is { } name)
            {
                selected.Add(new LdapSelectedType(type, name));
            }
        }

        var selection = new LdapAttributeSelection(selected.DrainToImmutable(), names.Length, typesOnly);
        _recent.Add(content.Span, typesOnly ? 1 : 0, selection);
        return selection;
    }

    private void Select(ReadOnlySpan<byte> selector, byte[]?[] names)
    {
        if (selector.SequenceEqual("*"u8))
        {
            SelectAll(names, false);
        }
        else if (selector.SequenceEqual("+"u8))
        {
            SelectAll(names, true);
        }
        else if (selector.StartsWith("@"u8))
        {
            if (schema.TryGetObjectClass(Encoding.UTF8.GetString(selector[1..]), out var objectClass))
            {
                foreach (var type in objectClass.Attributes)
                {
                    names[type.Index] ??= _names[type.Index];
                }
            }
        }
        else if (schema.Find(selector) is { } type)
        {
            names[type.Index] = LdapEncoding.OctetString(selector);
            foreach (var subtype in schema.SubtypesOf(type))
            {
                names[subtype.Index] ??= _names[subtype.Index];
            }
        }
    }

    private void SelectAll(byte[]?[] names, bool operational)
    {
        foreach (var type in schema.AttributeTypes)
        {
            if (type.IsOperational == operational)
            {
                names[type.Index] ??= _names[type.Index];
            }
        }
    }
}
