using System.Security.Cryptography;
using System.Text;

namespace Switchbook.Ldap.Rows;

/// <summary>The UUIDs of entries (RFC 4530): the object ID where it is one, else one made from the ID (RFC 9562, section 5.8).</summary>
internal static class RowUuid
{
    public static Guid Of(string id)
    {
        if (Guid.TryParseExact(id, "D", out var uuid))
        {
            return uuid;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(id), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
