namespace Switchbook.Ldap.Codec;

/// <summary>A message from a client (RFC 4511, section 4.1.1).</summary>
/// <param name="Id">1 to 2^31-1; 0 is kept for the server's own.</param>
/// <param name="Request">What it asks.</param>
/// <param name="Controls">The content of the controls sequence; empty when there are none.</param>
internal sealed record LdapMessage(int Id, LdapRequest Request, ReadOnlyMemory<byte> Controls);
