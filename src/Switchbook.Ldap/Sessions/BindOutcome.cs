using Switchbook.Ldap.Access;

namespace Switchbook.Ldap.Sessions;

/// <summary>What a bind came to.</summary>
/// <param name="Result">What to answer.</param>
/// <param name="Identity">Who the peer is from now on; null for anonymous.</param>
/// <param name="ServerCredentials">What SASL carries back; empty for nothing.</param>
/// <param name="Exchange">A SASL exchange that waits for its next step; null when the bind is over.</param>
internal sealed record BindOutcome(
    LdapResult Result, LdapIdentity? Identity, ReadOnlyMemory<byte> ServerCredentials, DigestExchange? Exchange)
{
    public static BindOutcome Refuse(LdapResultCode code, string message) => new(new LdapResult(code, message), null, default, null);
}
