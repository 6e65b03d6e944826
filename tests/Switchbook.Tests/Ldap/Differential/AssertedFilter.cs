using System.Formats.Asn1;
using System.Text;

namespace Switchbook.Tests.Ldap.Differential;

/// <summary>The value of an assertion control (RFC 4528).</summary>
internal static class AssertedFilter
{
    /// <summary>An equality match (RFC 4511, section 4.5.1).</summary>
    public static byte[] Encode(string type, string value)
    {
        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 3)))
        {
            writer.WriteOctetString(Encoding.UTF8.GetBytes(type));
            writer.WriteOctetString(Encoding.UTF8.GetBytes(value));
        }

        return writer.Encode();
    }
}
