using Switchbook.Ldap.Codec;

namespace Switchbook.Ldap.Searching;

/// <summary>Makes the pieces of entries that a directory may keep encoded.</summary>
public static class LdapEncoding
{
    /// <summary>An OCTET STRING with tag and length, such as <see cref="LdapSelectedType.EncodedName"/>.</summary>
    public static byte[] OctetString(ReadOnlySpan<byte> value)
    {
        var encoded = new byte[OctetStringLength(value.Length)];
        WriteOctetString(value, encoded);
        return encoded;
    }

    /// <summary>How many octets an OCTET STRING takes with tag and length.</summary>
    public static int OctetStringLength(int valueLength) => 1 + BerWriter.LengthOfLength(valueLength) + valueLength;

    /// <summary>Writes an OCTET STRING with tag and length.</summary>
    /// <returns>How many octets were written.</returns>
    public static int WriteOctetString(ReadOnlySpan<byte> value, Span<byte> destination)
    {
        destination[0] = BerTag.OctetString;
        var at = BerWriter.WriteLength(destination, 1, value.Length);
        value.CopyTo(destination[at..]);
        return at + value.Length;
    }

    /// <summary>The SET OF OCTET STRING that <see cref="LdapEntryWriter.Attribute"/> takes, in the shortest form.</summary>
    public static byte[] ValueSet(params IReadOnlyList<ReadOnlyMemory<byte>> values)
    {
        var content = values.Sum(value => OctetStringLength(value.Length));
        var encoded = new byte[1 + BerWriter.LengthOfLength(content) + content];
        encoded[0] = BerTag.Set;
        var at = BerWriter.WriteLength(encoded, 1, content);
        foreach (var value in values)
        {
            at += WriteOctetString(value.Span, encoded.AsSpan(at));
        }

        return encoded;
    }
}
