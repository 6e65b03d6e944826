using System.Security.Cryptography.X509Certificates;

namespace Switchbook.Ldap.Access;

/// <summary>What a client shows to prove who it is, with the closed family of its forms.</summary>
public abstract record LdapCredentials
{
    private LdapCredentials()
    {
    }

    /// <summary>No name and no password (RFC 4513, section 5.1.1).</summary>
    public sealed record Anonymous : LdapCredentials;

    /// <summary>
    /// A name and a password: a simple bind, or SASL PLAIN (RFC 4616). The password is wiped after the call.
    /// </summary>
    /// <param name="Name">For a simple bind usually a DN, as the client wrote it; for SASL PLAIN the authentication identity.</param>
    /// <param name="Password">UTF-8; empty only when the options allow it.</param>
    /// <param name="IsSasl">Whether it came by SASL PLAIN.</param>
    public sealed record Simple(string Name, ReadOnlyMemory<byte> Password, bool IsSasl) : LdapCredentials
    {
        /// <summary>Never shows the password.</summary>
        public override string ToString() => $"Simple({Name})";
    }

    /// <summary>SASL EXTERNAL (RFC 4422, appendix A) with the certificate that the TLS layer took.</summary>
    /// <param name="Certificate">The client's certificate.</param>
    /// <param name="AuthorizationId">Who it wants to act as; empty for itself.</param>
    public sealed record External(X509Certificate2 Certificate, string AuthorizationId) : LdapCredentials;

    /// <summary>DIGEST-MD5 proved that the client knows the secret which <see cref="ILdapAccess.DigestSecretAsync"/> gave.</summary>
    public sealed record Digest(string User, string Realm) : LdapCredentials;
}
