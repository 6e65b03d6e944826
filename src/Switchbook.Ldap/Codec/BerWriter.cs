using System.Buffers;
using System.Runtime.CompilerServices;

namespace Switchbook.Ldap.Codec;

/// <summary>
/// Writes BER (X.690, as narrowed by RFC 4511, section 5.1) into one growing pooled array. A constructed value is opened, filled
/// and closed; its length is patched in place: two length octets are kept free, and only a value beyond 65,535 octets is moved.
/// </summary>
internal sealed class BerWriter(int capacity) : IDisposable
{
    private const int KeptSize = 4096;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>How many octets are written.</summary>
    public int Length { get; private set; }

    public ReadOnlyMemory<byte> WrittenMemory => _buffer.AsMemory(0, Length);

    public ReadOnlySpan<byte> WrittenSpan => _buffer.AsSpan(0, Length);

    /// <summary>Forgets what was written from a place on.</summary>
    public void Truncate(int length) => Length = length;

    /// <summary>Forgets all, and gives a large buffer back, so that a connection at rest holds little.</summary>
    public void Reset()
    {
        Length = 0;
        if (_buffer.Length > KeptSize)
        {
            Dispose();
        }
    }

    /// <summary>Gives room for a number of octets, which the caller fills.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> Take(int count)
    {
        var start = Length;
        if (_buffer.Length - start < count)
        {
            Grow(count);
        }

        Length = start + count;
        return _buffer.AsSpan(start, count);
    }

    public void Raw(ReadOnlySpan<byte> octets) => octets.CopyTo(Take(octets.Length));

    public void OctetString(ReadOnlySpan<byte> value, byte tag = BerTag.OctetString)
    {
        var room = Take(1 + LengthOfLength(value.Length) + value.Length);
        room[0] = tag;
        value.CopyTo(room[WriteLength(room, 1, value.Length)..]);
    }

    public void Text(string value, byte tag = BerTag.OctetString)
    {
        var count = System.Text.Encoding.UTF8.GetByteCount(value);
        var room = Take(1 + LengthOfLength(count) + count);
        room[0] = tag;
        System.Text.Encoding.UTF8.GetBytes(value, room[WriteLength(room, 1, count)..]);
    }

    public void Boolean(bool value, byte tag = BerTag.Boolean)
    {
        var room = Take(3);
        room[0] = tag;
        room[1] = 1;
        room[2] = value ? (byte)0xFF : (byte)0;
    }

    /// <summary>An INTEGER or ENUMERATED in its shortest form.</summary>
    public void Integer(int value, byte tag = BerTag.Integer)
    {
        var count = IntegerLength(value);
        var room = Take(2 + count);
        room[0] = tag;
        room[1] = (byte)count;
        for (var i = 0; i < count; i++)
        {
            room[2 + i] = (byte)(value >> (8 * (count - 1 - i)));
        }
    }

    /// <summary>Opens a constructed value; give the result to <see cref="Close"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Open(byte tag)
    {
        Take(4)[0] = tag;
        return Length;
    }

    /// <summary>Closes the constructed value whose content began at <paramref name="content"/>.</summary>
    public void Close(int content)
    {
        var length = Length - content;
        if (length > ushort.MaxValue)
        {
            CloseLarge(content, length);
            return;
        }

        var header = _buffer.AsSpan(content - 3, 3);
        header[0] = 0x82;
        header[1] = (byte)(length >> 8);
        header[2] = (byte)length;
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }

    internal static int LengthOfLength(int length) => length switch
    {
        < 0x80 => 1,
        < 0x100 => 2,
        < 0x10000 => 3,
        < 0x1000000 => 4,
        _ => 5,
    };

    internal static int WriteLength(Span<byte> room, int at, int length)
    {
        if (length < 0x80)
        {
            room[at] = (byte)length;
            return at + 1;
        }

        var count = LengthOfLength(length) - 1;
        room[at] = (byte)(0x80 | count);
        for (var i = 0; i < count; i++)
        {
            room[at + 1 + i] = (byte)(length >> (8 * (count - 1 - i)));
        }

        return at + 1 + count;
    }

    private static int IntegerLength(int value) => value switch
    {
        >= -0x80 and < 0x80 => 1,
        >= -0x8000 and < 0x8000 => 2,
        >= -0x800000 and < 0x800000 => 3,
        _ => 4,
    };

    private void CloseLarge(int content, int length)
    {
        Take(2);
        _buffer.AsSpan(content, length).CopyTo(_buffer.AsSpan(content + 2));
        _buffer[content - 3] = 0x84;
        for (var i = 0; i < 4; i++)
        {
            _buffer[content - 2 + i] = (byte)(length >> (24 - (8 * i)));
        }
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Math.Max(_buffer.Length * 2, KeptSize), Length + count));
        _buffer.AsSpan(0, Length).CopyTo(larger);
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        _buffer = larger;
    }
}
