using Switchbook.Ldap.Codec;

namespace Switchbook.Ldap.Tests.Support;

/// <summary>A message from the server, taken apart as far as its kind.</summary>
/// <param name="Id">The message ID; 0 for a notice.</param>
/// <param name="Tag">The kind of operation.</param>
/// <param name="Content">The operation's content.</param>
/// <param name="Controls">The content of the controls.</param>
internal sealed record RawMessage(int Id, byte Tag, ReadOnlyMemory<byte> Content, ReadOnlyMemory<byte> Controls)
{
    public LdapResultCode Code => (LdapResultCode)new BerReader(Content).Integer(BerTag.Enumerated);
}
