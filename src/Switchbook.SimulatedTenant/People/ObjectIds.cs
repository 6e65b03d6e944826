using System.Buffers.Binary;

namespace Switchbook.SimulatedTenant.People;

/// <summary>Object IDs that are computed from a place and can be computed back, so that nobody keeps a table of them.</summary>
/// <param name="seed">The seed of the tenant.</param>
/// <param name="kind">What the IDs name (people, groups …); another kind gives other IDs.</param>
internal sealed class ObjectIds(int seed, int kind)
{
    private readonly uint _key = Chance.Of(seed, kind, 0x1D);

    public Guid Of(int index)
    {
        Span<byte> bytes = stackalloc byte[16];
        var first = Scramble((uint)index ^ _key);
        BinaryPrimitives.WriteUInt32BigEndian(bytes, first);
        for (var word = 1; word < 4; word++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes[(word * 4)..], Chance.Of((int)_key, (int)first, word));
        }

        // The bits that mark a random GUID (RFC 9562, section 5.4).
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The place of <paramref name="id"/>; false when this tenant never made it.</summary>
    public bool TryFind(Guid id, out int index)
    {
        Span<byte> bytes = stackalloc byte[16];
        _ = id.TryWriteBytes(bytes, bigEndian: true, out _);
        index = (int)(Unscramble(BinaryPrimitives.ReadUInt32BigEndian(bytes)) ^ _key);
        return index >= 0 && Of(index) == id;
    }

    // "lowbias32" by Chris Wellons: every bit of the place changes half of the bits of the ID.
    private static uint Scramble(uint value)
    {
        value ^= value >> 16;
        value *= 0x7FEB352DU;
        value ^= value >> 15;
        value *= 0x846CA68BU;
        value ^= value >> 16;
        return value;
    }

    // The factors are the inverse ones modulo 2^32.
    private static uint Unscramble(uint value)
    {
        value ^= value >> 16;
        value *= 0x43021123U;
        value ^= (value >> 15) ^ (value >> 30);
        value *= 0x1D69E2A5U;
        value ^= value >> 16;
        return value;
    }
}
