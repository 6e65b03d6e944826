using Switchbook.Ldap.Codec;
using Switchbook.Ldap.Entries;
using Switchbook.Ldap.Filters;
using Switchbook.Ldap.Schema;

namespace Switchbook.Ldap.Sessions;

/// <summary>Leaves of an entry's values only those that match (RFC 3876); an attribute of which none is left is not returned.</summary>
internal sealed class MatchedValues
{
    private readonly LdapSchema _schema;
    private readonly ILookup<AttributeType, LeafTest> _tests;

    private MatchedValues(LdapSchema schema, IEnumerable<LdapFilter.Leaf> leaves)
    {
        _schema = schema;
        _tests = leaves.ToLookup(leaf => leaf.Type, leaf => LeafTest.Compile(leaf, schema));
    }

    /// <summary>Decodes a ValuesReturnFilter; null when it is malformed.</summary>
    public static MatchedValues? Decode(ReadOnlyMemory<byte> encoded, LdapServer server)
    {
        var schema = server.Directory.Schema;
        var outer = new BerReader(encoded);
        var list = outer.Nested(BerTag.Sequence);
        var leaves = new List<LdapFilter.Leaf>();
        while (!list.AtEnd)
        {
            var item = list.Encoded(out var tag);
            if (list.Failed || tag is 0xA0 or 0xA1 or 0xA2 || server.Filters().Decode(item, out _) is not { } filter)
            {
                return null;
            }

            leaves.AddRange(filter switch
            {
                LdapFilter.Leaf leaf => [leaf],
                LdapFilter.AnyOf any => any.Parts.OfType<LdapFilter.Leaf>(),
                LdapFilter.Always => [new LdapFilter.Present(schema.AttributeTypes[schema.ObjectClassIndex])],
                _ => [],
            });
        }

        return outer.Failed || list.Failed || !outer.AtEnd ? null : new MatchedValues(schema, leaves);
    }

    /// <summary>Writes the entry message that stands at the end of the output anew.</summary>
    public void Apply(BerWriter output, int start)
    {
        var outer = new BerReader(output.WrittenSpan[start..].ToArray());
        output.Truncate(start);
        var message = outer.Nested(BerTag.Sequence);
        var messageAt = output.Open(BerTag.Sequence);
        output.Integer(message.Integer());
        var entry = message.Nested(OperationTag.SearchResultEntry);
        var entryAt = output.Open(OperationTag.SearchResultEntry);
        output.OctetString(entry.OctetString().Span);
        var attributes = entry.Nested(BerTag.Sequence);
        var attributesAt = output.Open(BerTag.Sequence);
        while (!attributes.AtEnd)
        {
            CopyAttribute(attributes.Nested(BerTag.Sequence), output);
        }

        output.Close(attributesAt);
        output.Close(entryAt);
        output.Close(messageAt);
    }

    private void CopyAttribute(BerReader attribute, BerWriter output)
    {
        var start = output.Length;
        var name = attribute.OctetString();
        var values = attribute.Nested(BerTag.Set);
        var sequence = output.Open(BerTag.Sequence);
        output.OctetString(name.Span);
        var set = output.Open(BerTag.Set);
        var tests = _schema.Find(name.Span) is { } type ? _tests[type] : [];
        while (!values.AtEnd)
        {
            var value = values.OctetString();
            if (tests.Any(test => test.MatchesValue(value.Span)))
            {
                output.OctetString(value.Span);
            }
        }

        if (output.Length == set)
        {
            output.Truncate(start);
            return;
        }

        output.Close(set);
        output.Close(sequence);
    }
}
