using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Switchbook.Ldap.Sessions;

/// <summary>The cookie of RFC 2696: all that is needed to carry a search on, so that the server keeps nothing.</summary>
/// <param name="Version">The version of the data.</param>
/// <param name="Position">The place after the last entry sent.</param>
/// <param name="Sent">The entries sent so far: a client's size limit is for all pages together.</param>
/// <param name="Mark">Of the search it belongs to: base, scope, filter and order.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PagingCookie(ulong Version, long Position, int Sent, ulong Mark)
{
    private const int Length = 28;

    public static bool TryDecode(ReadOnlySpan<byte> octets, out PagingCookie cookie)
    {
        cookie = default;
        if (octets.Length != Length)
        {
            return false;
        }

        cookie = new PagingCookie(
            BinaryPrimitives.ReadUInt64BigEndian(octets),
            BinaryPrimitives.ReadInt64BigEndian(octets[8..]),
            BinaryPrimitives.ReadInt32BigEndian(octets[16..]),
            BinaryPrimitives.ReadUInt64BigEndian(octets[20..]));
        return cookie.Sent >= 0;
    }

    public byte[] Encode()
    {
        var octets = new byte[Length];
        BinaryPrimitives.WriteUInt64BigEndian(octets, Version);
        BinaryPrimitives.WriteInt64BigEndian(octets.AsSpan(8), Position);
        BinaryPrimitives.WriteInt32BigEndian(octets.AsSpan(16), Sent);
        BinaryPrimitives.WriteUInt64BigEndian(octets.AsSpan(20), Mark);
        return octets;
    }

    /// <summary>FNV-1a over some octets, carried on from <paramref name="mark"/>: the same in every process.</summary>
    public static ulong Mix(ulong mark, ReadOnlySpan<byte> octets)
    {
        foreach (var octet in octets)
        {
            mark = (mark ^ octet) * 0x100000001B3;
        }

        return (mark ^ 0xFF) * 0x100000001B3;
    }
}
