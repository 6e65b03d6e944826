namespace Switchbook.Ldap.Codec;

/// <summary>Identifier octets that LDAP uses outside its own context-specific ones.</summary>
internal static class BerTag
{
    public const byte Boolean = 0x01;
    public const byte Integer = 0x02;
    public const byte OctetString = 0x04;
    public const byte Enumerated = 0x0A;
    public const byte Sequence = 0x30;
    public const byte Set = 0x31;
}
