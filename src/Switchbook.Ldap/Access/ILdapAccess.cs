namespace Switchbook.Ldap.Access;

/// <summary>Says who may bind and who may ask.</summary>
public interface ILdapAccess
{
    /// <summary>
    /// Checks what a client shows to prove who it is. Anonymous binds come here too. Never called with an empty password unless
    /// <c>AllowEmptyPassword</c> is set.
    /// </summary>
    /// <remarks>Take the same time whether the name or the password is wrong.</remarks>
    ValueTask<LdapBindAnswer> BindAsync(LdapCredentials credentials, LdapPeer peer, CancellationToken cancellationToken);

    /// <summary>
    /// Says whether a peer may search and compare, before each such operation, so that a removed account ends at once.
    /// The root DSE and the subschema are readable to all.
    /// </summary>
    /// <returns>
    /// <see cref="LdapResult.Success"/>, or such as <see cref="LdapResultCode.InsufficientAccessRights"/> or
    /// <see cref="LdapResultCode.ConfidentialityRequired"/>.
    /// </returns>
    LdapResult Authorize(LdapPeer peer);

    /// <summary>
    /// The digest <c>MD5(user:realm:password)</c> (16 bytes) of a user who may use DIGEST-MD5 (RFC 2831), or null when there is
    /// none or he may not. Asked only when DIGEST-MD5 is switched on.
    /// </summary>
    ValueTask<byte[]?> DigestSecretAsync(string user, string realm, LdapPeer peer, CancellationToken cancellationToken) =>
        ValueTask.FromResult<byte[]?>(null);
}
