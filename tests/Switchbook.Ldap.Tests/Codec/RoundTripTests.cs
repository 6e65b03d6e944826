using System.Text;

using CsCheck;

using Switchbook.Ldap.Codec;
using Switchbook.Ldap.Controls;
using Switchbook.Ldap.Searching;
using Switchbook.Ldap.Tests.Support;

namespace Switchbook.Ldap.Tests.Codec;

/// <summary>What is encoded is decoded to the same: for any values, messages, filters and controls.</summary>
public sealed class RoundTripTests
{
    private static readonly Gen<string> Texts = Gen.String[Gen.Char.AlphaNumeric, 0, 300];
    private static readonly Gen<byte[]> Octets = Gen.Byte.Array[0, 300];

    [Fact]
    public void Numbers_texts_and_octets_come_back() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.String[0, 200], Gen.Byte.Array[0, 70_000], Gen.Bool).Sample((number, text, octets, flag) =>
        {
            text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            using var writer = new BerWriter(16);
            var sequence = writer.Open(BerTag.Sequence);
            writer.Integer(number);
            writer.Text(text);
            writer.OctetString(octets);
            writer.Boolean(flag);
            writer.Close(sequence);

            var outer = new BerReader(writer.WrittenSpan.ToArray());
            var reader = outer.Nested(BerTag.Sequence);
            Assert.Equal(number, reader.Integer());
            Assert.Equal(text, Encoding.UTF8.GetString(reader.OctetString().Span));
            Assert.Equal(octets, reader.OctetString().ToArray());
            Assert.Equal(flag, reader.Boolean());
            Assert.True(reader is { AtEnd: true, Failed: false } && outer is { AtEnd: true, Failed: false });
        });

    [Fact]
    public void Searches_come_back() =>
        Gen.Select(Gen.Int[1, int.MaxValue], Texts, Gen.Int[0, 3], Gen.Int[0, 10_000], Gen.Int[0, 10_000], Octets).Sample((id, name, scope, size, time, value) =>
        {
            var message = Content(RawClient.Message(id, OperationTag.SearchRequest, writer =>
            {
                writer.Text(name);
                writer.Integer(scope, BerTag.Enumerated);
                writer.Integer(0, BerTag.Enumerated);
                writer.Integer(size);
                writer.Integer(time);
                writer.Boolean(true);
                var filter = writer.Open(0xA3);
                writer.Text("cn");
                writer.OctetString(value);
                writer.Close(filter);
                writer.Close(writer.Open(BerTag.Sequence));
            }));

            var decoded = LdapMessageReader.Decode(message);

            var search = Assert.IsType<LdapRequest.Search>(decoded?.Request);
            Assert.Equal((id, name, (LdapScope)scope), (decoded!.Id, Encoding.UTF8.GetString(search.Base.Span), search.Scope));
            Assert.Equal((size, time, true), (search.SizeLimit, search.TimeLimit, search.TypesOnly));
            var item = new BerReader(search.Filter).Nested(0xA3);
            Assert.Equal("cn"u8.ToArray(), item.OctetString().ToArray());
            Assert.Equal(value, item.OctetString().ToArray());
        });

    [Fact]
    public void Compares_come_back() =>
        Gen.Select(Texts, Texts, Octets).Sample((name, type, value) =>
        {
            var message = Content(RawClient.Message(7, OperationTag.CompareRequest, writer =>
            {
                writer.Text(name);
                var assertion = writer.Open(BerTag.Sequence);
                writer.Text(type);
                writer.OctetString(value);
                writer.Close(assertion);
            }));

            var compare = Assert.IsType<LdapRequest.Compare>(LdapMessageReader.Decode(message)?.Request);
            Assert.Equal(name, Encoding.UTF8.GetString(compare.Entry.Span));
            Assert.Equal(type, Encoding.UTF8.GetString(compare.Attribute.Span));
            Assert.Equal(value, compare.Value.ToArray());
        });

    [Fact]
    public void Pages_come_back() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Octets, Gen.Bool).Sample((size, cookie, critical) =>
        {
            using var value = new BerWriter(64);
            var sequence = value.Open(BerTag.Sequence);
            value.Integer(size);
            value.OctetString(cookie);
            value.Close(sequence);
            using var controls = new BerWriter(64);
            RawClient.Control(controls, ControlOid.PagedResults, critical, value.WrittenSpan.ToArray());

            var decoded = ControlDecoder.Decode(controls.WrittenSpan.ToArray(), true, out var refusal);

            Assert.Null(refusal);
            Assert.Equal(size, decoded!.PagedResults!.Size);
            Assert.Equal(cookie, decoded.PagedResults.Cookie.ToArray());
        });

    [Fact]
    public void Paging_cookies_come_back() =>
        Gen.Select(Gen.ULong, Gen.Long, Gen.Int[0, int.MaxValue], Gen.ULong).Sample((version, position, sent, mark) =>
        {
            var cookie = new Ldap.Sessions.PagingCookie(version, position, sent, mark);
            Assert.True(Ldap.Sessions.PagingCookie.TryDecode(cookie.Encode(), out var decoded));
            Assert.Equal(cookie, decoded);
        });

    /// <summary>A message without its own tag and length.</summary>
    private static byte[] Content(byte[] message) => new BerReader(message).Value(BerTag.Sequence).ToArray();
}
