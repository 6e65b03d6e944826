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
    /// Whether DIGEST-MD5 is offered as things stand. No by default: it is historic (RFC 6331) and needs stored password equivalents.
    /// </summary>
    bool OffersDigestMd5 => false;

    /// <summary>
    /// The digest <c>MD5(user:realm:password)</c> (16 bytes) of a user who may use DIGEST-MD5 (RFC 2831), or null when there is
    /// none or he may not. Asked only while DIGEST-MD5 is offered. User and password go into it as RFC 2831, section 2.1.2.1 says.
    /// </summary>
    ValueTask<byte[]?> DigestSecretAsync(string user, string realm, LdapPeer peer, CancellationToken cancellationToken) =>
        ValueTask.FromResult<byte[]?>(null);

    /// <summary>Tells that a digest was wrong, for a check that counts guesses.</summary>
    void RefusedDigest(string user, LdapPeer peer)
    {
    }
}
