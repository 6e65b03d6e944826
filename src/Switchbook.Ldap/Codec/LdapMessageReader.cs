using System.Buffers;
using System.Text;

using Switchbook.Ldap.Searching;

namespace Switchbook.Ldap.Codec;

/// <summary>Finds messages in what a client sends, and decodes them.</summary>
internal static class LdapMessageReader
{
    /// <summary>Enough for a tag and any length that <see cref="BerReader"/> reads.</summary>
    private const int LongestHeader = 10;

    /// <summary>Cuts the next whole message off the front of a buffer.</summary>
    public static FrameStatus TryCut(ref ReadOnlySequence<byte> buffer, int maximumSize, out byte[] frame)
    {
        frame = [];
        scoped var head = buffer.FirstSpan;
        Span<byte> copy = stackalloc byte[LongestHeader];
        if (head.Length < LongestHeader)
        {
            var start = buffer.Slice(0, Math.Min(LongestHeader, buffer.Length));
            start.CopyTo(copy);
            head = copy[..(int)start.Length];
        }

        if (head.IsEmpty)
        {
            return FrameStatus.Incomplete;
        }

        if (head[0] != BerTag.Sequence || (head.Length > 1 && head[1] == 0x80))
        {
            return FrameStatus.Malformed;
        }

        if (!BerReader.TryReadLength(head, 1, out var content, out var length))
        {
            var lacksLength = head.Length < 2 || (head[1] is > 0x80 and <= 0x88 && head.Length < 2 + (head[1] & 0x7F));
            return lacksLength ? FrameStatus.Incomplete : FrameStatus.Malformed;
        }

        if (length > maximumSize - content)
        {
            return FrameStatus.TooLarge;
        }

        if (buffer.Length < content + length)
        {
            return FrameStatus.Incomplete;
        }

        frame = GC.AllocateUninitializedArray<byte>(length);
        buffer.Slice(content, length).CopyTo(frame);
        buffer = buffer.Slice(content + length);
        return FrameStatus.Complete;
    }

    /// <summary>Decodes the content of a message; null when it is malformed.</summary>
    public static LdapMessage? Decode(ReadOnlyMemory<byte> content)
    {
        var reader = new BerReader(content);
        var id = reader.Integer();
        var operation = reader.Any(out var tag);
        var controls = reader.AtEnd ? default : reader.Value(OperationTag.Controls);
        if (reader.Failed || !reader.AtEnd || id == 0)
        {
            return null;
        }

        var request = DecodeOperation(tag, operation);
        return request is null ? null : new LdapMessage(id, request, controls);
    }

    private static LdapRequest? DecodeOperation(byte tag, ReadOnlyMemory<byte> content) => tag switch
    {
        OperationTag.SearchRequest => DecodeSearch(new BerReader(content)),
        OperationTag.BindRequest => DecodeBind(new BerReader(content)),
        OperationTag.UnbindRequest => new LdapRequest.Unbind(),
        OperationTag.AbandonRequest => DecodeAbandon(content.Span),
        OperationTag.CompareRequest => DecodeCompare(new BerReader(content)),
        OperationTag.ExtendedRequest => DecodeExtended(new BerReader(content)),
        OperationTag.AddRequest => new LdapRequest.Write(OperationTag.AddResponse),
        OperationTag.ModifyRequest => new LdapRequest.Write(OperationTag.ModifyResponse),
        OperationTag.DeleteRequest => new LdapRequest.Write(OperationTag.DeleteResponse),
        OperationTag.ModifyDnRequest => new LdapRequest.Write(OperationTag.ModifyDnResponse),
        _ => null,
    };

    private static LdapRequest.Bind? DecodeBind(BerReader reader)
    {
        const byte Simple = 0x80;
        const byte Sasl = 0xA3;
        var version = reader.Integer();
        var name = reader.OctetString();
        string? mechanism = null;
        ReadOnlyMemory<byte>? credentials = null;
        if (reader.NextTag == Sasl)
        {
            var sasl = reader.Nested(Sasl);
            mechanism = Encoding.UTF8.GetString(sasl.OctetString().Span);
            credentials = sasl.AtEnd ? null : sasl.OctetString();
            if (sasl.Failed)
            {
                reader.Fail();
            }
        }
        else if (reader.NextTag == Simple)
        {
            credentials = reader.Value(Simple);
        }
        else
        {
            mechanism = "?";
            _ = reader.Any(out _);
        }

        return reader.Failed || !reader.AtEnd || version is 0 or > 127 ? null : new(version, name, mechanism, credentials);
    }

    private static LdapRequest.Search? DecodeSearch(BerReader reader)
    {
        var name = reader.OctetString();
        var scope = reader.Integer(BerTag.Enumerated);
        var deref = reader.Integer(BerTag.Enumerated);
        var sizeLimit = reader.Integer();
        var timeLimit = reader.Integer();
        var typesOnly = reader.Boolean();
        var filter = reader.Encoded(out _);
        var attributes = reader.Value(BerTag.Sequence);
        return reader.Failed || !reader.AtEnd || scope > (int)LdapScope.Subordinates || deref > 3
            ? null
            : new(name, (LdapScope)scope, sizeLimit, timeLimit, typesOnly, filter, attributes);
    }

    private static LdapRequest.Compare? DecodeCompare(BerReader reader)
    {
        var entry = reader.OctetString();
        var assertion = reader.Nested(BerTag.Sequence);
        var attribute = assertion.OctetString();
        var value = assertion.OctetString();
        return reader.Failed || !reader.AtEnd || assertion.Failed || !assertion.AtEnd ? null : new(entry, attribute, value);
    }

    private static LdapRequest.Extended? DecodeExtended(BerReader reader)
    {
        const byte Name = 0x80;
        const byte Value = 0x81;
        var oid = Encoding.ASCII.GetString(reader.Value(Name).Span);
        ReadOnlyMemory<byte>? value = reader.AtEnd ? null : reader.Value(Value);
        return reader.Failed || !reader.AtEnd ? null : new(oid, value);
    }

    private static LdapRequest.Abandon? DecodeAbandon(ReadOnlySpan<byte> octets)
    {
        if (octets.Length is 0 or > 4 || octets[0] >= 0x80)
        {
            return null;
        }

        var id = 0;
        foreach (var octet in octets)
        {
            id = (id << 8) | octet;
        }

        return new(id);
    }
}
