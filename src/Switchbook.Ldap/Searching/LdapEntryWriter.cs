using Switchbook.Ldap.Codec;

namespace Switchbook.Ldap.Searching;

/// <summary>
/// Takes one entry, straight into the connection's output: first <see cref="Begin(ReadOnlySpan{byte}, ReadOnlySpan{byte})"/>,
/// then each attribute of <see cref="LdapSearchRequest.Attributes"/> that the entry has. Nothing is allocated on the way.
/// </summary>
public sealed class LdapEntryWriter
{
    private const byte SearchResultEntry = 0x64;

    private readonly BerWriter _output;
    private int _message;
    private int _operation;
    private int _attributes;

    internal LdapEntryWriter(BerWriter output) => _output = output;

    /// <summary>
    /// Whether the client wants names without values. <see cref="Attribute"/>, <see cref="SingleValue"/> and
    /// <see cref="Values.Add"/> see to it themselves; <see cref="Encoded"/> must not be used then.
    /// </summary>
    public bool TypesOnly { get; internal set; }

    /// <summary>Begins the entry with its name: the UTF-8 of a DN (RFC 4514), which may be given in two parts.</summary>
    public void Begin(ReadOnlySpan<byte> dn, ReadOnlySpan<byte> rest = default)
    {
        var length = dn.Length + rest.Length;
        var room = _output.Take(1 + BerWriter.LengthOfLength(length) + length);
        room[0] = BerTag.OctetString;
        room = room[BerWriter.WriteLength(room, 1, length)..];
        dn.CopyTo(room);
        rest.CopyTo(room[dn.Length..]);
        _attributes = _output.Open(BerTag.Sequence);
    }

    /// <summary>Writes one attribute from its values as a finished SET OF OCTET STRING (see <see cref="LdapEncoding.ValueSet"/>).</summary>
    public void Attribute(in LdapSelectedType attribute, ReadOnlySpan<byte> encodedValueSet)
    {
        var name = attribute.EncodedName.Span;
        var values = TypesOnly ? [BerTag.Set, 0] : encodedValueSet;
        var length = name.Length + values.Length;
        var room = _output.Take(1 + BerWriter.LengthOfLength(length) + length);
        room[0] = BerTag.Sequence;
        room = room[BerWriter.WriteLength(room, 1, length)..];
        name.CopyTo(room);
        values.CopyTo(room[name.Length..]);
    }

    /// <summary>Writes one attribute with one value, which is not encoded yet.</summary>
    public void SingleValue(in LdapSelectedType attribute, ReadOnlySpan<byte> value)
    {
        var values = BeginAttribute(attribute);
        values.Add(value);
        values.End();
    }

    /// <summary>Begins an attribute whose values are given one by one.</summary>
    public Values BeginAttribute(in LdapSelectedType attribute)
    {
        var sequence = _output.Open(BerTag.Sequence);
        _output.Raw(attribute.EncodedName.Span);
        return new Values(_output, sequence, _output.Open(BerTag.Set), TypesOnly);
    }

    /// <summary>
    /// Copies finished PartialAttributes (SEQUENCE of name and value set), one or many; only where the names in them are those of
    /// <see cref="LdapSearchRequest.Attributes"/> and <see cref="TypesOnly"/> is off.
    /// </summary>
    public void Encoded(ReadOnlySpan<byte> partialAttributes) => _output.Raw(partialAttributes);

    internal void BeginMessage(int messageId)
    {
        _message = _output.Open(BerTag.Sequence);
        _output.Integer(messageId);
        _operation = _output.Open(SearchResultEntry);
    }

    internal void EndMessage()
    {
        _output.Close(_attributes);
        _output.Close(_operation);
        _output.Close(_message);
    }

    /// <summary>The values of an attribute that is being written.</summary>
    public readonly ref struct Values
    {
        private readonly BerWriter _output;
        private readonly int _sequence;
        private readonly int _set;
        private readonly bool _typesOnly;

        internal Values(BerWriter output, int sequence, int set, bool typesOnly) =>
            (_output, _sequence, _set, _typesOnly) = (output, sequence, set, typesOnly);

        /// <summary>Adds a value.</summary>
        public void Add(ReadOnlySpan<byte> value)
        {
            if (!_typesOnly)
            {
                _output.OctetString(value);
            }
        }

        /// <summary>Ends the attribute; it must have had a value.</summary>
        public void End()
        {
            _output.Close(_set);
            _output.Close(_sequence);
        }
    }
}
