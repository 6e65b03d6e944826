using Switchbook.Ldap.Access;

namespace Switchbook.Ldap;

/// <summary>Lets this machine ask without credentials, and nobody else: how a new installation begins.</summary>
internal sealed class LoopbackAccess : ILdapAccess
{
    public ValueTask<LdapBindAnswer> BindAsync(LdapCredentials credentials, LdapPeer peer, CancellationToken cancellationToken) =>
        ValueTask.FromResult(credentials is not LdapCredentials.Anonymous
            ? LdapBindAnswer.Refuse(LdapResultCode.InvalidCredentials, "The name or the password is wrong.")
            : peer.IsLoopback
                ? LdapBindAnswer.Anonymous
                : LdapBindAnswer.Refuse(LdapResultCode.InvalidCredentials, "Only clients with credentials may bind from another machine."));

    public LdapResult Authorize(LdapPeer peer) => peer.IsLoopback
        ? LdapResult.Success
        : new(LdapResultCode.InsufficientAccessRights, "Only clients with credentials may search from another machine.");
}
