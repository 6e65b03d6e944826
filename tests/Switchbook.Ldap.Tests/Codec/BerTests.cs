using System.Buffers;

using CsCheck;

using Switchbook.Ldap.Codec;

namespace Switchbook.Ldap.Tests.Codec;

/// <summary>What is written is what is read.</summary>
public sealed class BerTests
{
    [Fact]
    public void An_integer_is_read_as_it_was_written() => Gen.Int[0, int.MaxValue].Sample(value =>
    {
        using var writer = new BerWriter(16);
        writer.Integer(value);
        var reader = new BerReader(writer.WrittenMemory);
        return reader.Integer() == value && reader.AtEnd && !reader.Failed;
    });

    [Fact]
    public void Nested_values_of_any_size_are_read_as_they_were_written() =>
        Gen.Select(Gen.Byte.Array[0, 200], Gen.Int[0, 70_000]).Sample((small, large) =>
        {
            using var writer = new BerWriter(16);
            var outer = writer.Open(BerTag.Sequence);
            var inner = writer.Open(BerTag.Set);
            writer.OctetString(small);
            writer.OctetString(new byte[large]);
            writer.Close(inner);
            writer.Boolean(true);
            writer.Close(outer);

            var message = new BerReader(writer.WrittenMemory);
            var sequence = message.Nested(BerTag.Sequence);
            var set = sequence.Nested(BerTag.Set);
            return set.OctetString().Span.SequenceEqual(small)
                && set.OctetString().Length == large
                && sequence.Boolean()
                && message.AtEnd && sequence.AtEnd && set.AtEnd && !message.Failed && !sequence.Failed && !set.Failed;
        });

    [Fact]
    public void A_message_is_found_however_the_buffer_is_cut() =>
        Gen.Select(Gen.Byte.Array[0, 300], Gen.Int[1, 20]).Sample((content, cut) =>
        {
            using var writer = new BerWriter(16);
            var outer = writer.Open(BerTag.Sequence);
            writer.OctetString(content);
            writer.Close(outer);
            var octets = writer.WrittenSpan.ToArray();
            var buffer = Cut(octets, cut);
            var isWhole = LdapMessageReader.TryCut(ref buffer, 1 << 20, out var frame) == FrameStatus.Complete
                && buffer.IsEmpty
                && new BerReader(frame).OctetString().Span.SequenceEqual(content);
            var partial = Cut(octets[..^1], cut);
            return isWhole && LdapMessageReader.TryCut(ref partial, 1 << 20, out _) == FrameStatus.Incomplete;
        });

    [Theory]
    [InlineData("0201")]
    [InlineData("0200")]
    [InlineData("02820001")]
    [InlineData("028900000000000000000101")]
    [InlineData("0280FF0000")]
    [InlineData("0205FFFFFFFFFF")]
    [InlineData("02050100000000")]
    [InlineData("1F0101")]
    [InlineData("")]
    public void What_is_no_integer_is_a_fault_and_stays_one(string octets)
    {
        var reader = new BerReader(Convert.FromHexString(octets));

        Assert.Equal(0, reader.Integer());
        Assert.True(reader.Failed);
        Assert.True(reader.AtEnd);
        Assert.True(reader.OctetString().IsEmpty);
    }

    private static ReadOnlySequence<byte> Cut(byte[] octets, int size)
    {
        var first = new Segment(ReadOnlyMemory<byte>.Empty, null);
        var last = first;
        foreach (var part in octets.Chunk(size))
        {
            last = new Segment(part, last);
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, Segment? before)
        {
            Memory = memory;
            if (before is not null)
            {
                RunningIndex = before.RunningIndex + before.Memory.Length;
                before.Next = this;
            }
        }
    }
}
