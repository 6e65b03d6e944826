using System.Security.Cryptography;
using System.Text;

using Switchbook.Ldap.Access;

namespace Switchbook.Ldap.Tests.Support;

/// <summary>Lets in one reader by name, password, digest or certificate, and anybody anonymously.</summary>
internal sealed class TestAccess : ILdapAccess
{
    public const string ReaderName = "cn=reader,dc=example,dc=com";
    public const string ReaderUser = "reader";
    public const string ReaderPassword = "sésame";

    /// <summary>What peers without a name may do.</summary>
    public LdapResult ForAnonymous { get; set; } = LdapResult.Success;

    public bool OffersDigestMd5 { get; set; }

    public ValueTask<LdapBindAnswer> BindAsync(LdapCredentials credentials, LdapPeer peer, CancellationToken cancellationToken) =>
        ValueTask.FromResult(credentials switch
        {
            LdapCredentials.Anonymous => LdapBindAnswer.Anonymous,
            LdapCredentials.Simple { Name: ReaderName or ReaderUser } simple
                when Encoding.UTF8.GetString(simple.Password.Span) == ReaderPassword => Reader,
            LdapCredentials.Digest { User: ReaderUser } => Reader,
            LdapCredentials.External external => LdapBindAnswer.Accept(new LdapIdentity("dn:" + external.Certificate.Subject)),
            _ => LdapBindAnswer.Refuse(LdapResultCode.InvalidCredentials, ""),
        });

    public LdapResult Authorize(LdapPeer peer) => peer.Identity is null ? ForAnonymous : LdapResult.Success;

    public ValueTask<byte[]?> DigestSecretAsync(string user, string realm, LdapPeer peer, CancellationToken cancellationToken)
    {
#pragma warning disable CA5351 // DIGEST-MD5 is made of it.
        return ValueTask.FromResult(user == ReaderUser
            ? MD5.HashData(Encoding.UTF8.GetBytes($"{user}:{realm}:{ReaderPassword}"))
            : null);
#pragma warning restore CA5351
    }

    private static LdapBindAnswer Reader => LdapBindAnswer.Accept(new LdapIdentity("dn:" + ReaderName));
}
