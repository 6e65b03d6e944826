using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

using Switchbook.Ldap.Access;
using Switchbook.Ldap.Codec;
using Switchbook.Ldap.Hosting;

namespace Switchbook.Ldap.Sessions;

/// <summary>Finds out who binds (RFC 4511, section 4.2 and RFC 4513).</summary>
internal sealed class BindHandler(ILdapAccess access, LdapServerOptions options)
{
    private const string Plain = "PLAIN";
    private const string External = "EXTERNAL";
    private const string Anonymous = "ANONYMOUS";

    /// <summary>The SASL mechanisms that a peer may use as things stand.</summary>
    public IEnumerable<string> Mechanisms(LdapPeer peer)
    {
        yield return Anonymous;
        if (peer.IsSecure)
        {
            yield return Plain;
        }

        if (peer.Certificate is not null)
        {
            yield return External;
        }

        if (access.OffersDigestMd5)
        {
            yield return DigestExchange.Mechanism;
        }
    }

    /// <summary>Answers a bind, and wipes the password from memory.</summary>
    /// <param name="bind">The request.</param>
    /// <param name="peer">Who sends it.</param>
    /// <param name="exchange">The exchange that an earlier bind began; null otherwise.</param>
    /// <param name="cancellationToken">The connection's.</param>
    public async ValueTask<BindOutcome> BindAsync(
        LdapRequest.Bind bind, LdapPeer peer, DigestExchange? exchange, CancellationToken cancellationToken)
    {
        if (bind.Version is not (2 or 3))
        {
            return BindOutcome.Refuse(LdapResultCode.ProtocolError, "Versions 2 and 3 are supported.");
        }

        peer.ProtocolVersion = bind.Version;
        try
        {
            return bind.Mechanism is null
                ? await SimpleAsync(bind, peer, cancellationToken)
                : await SaslAsync(bind, peer, exchange, cancellationToken);
        }
        finally
        {
            if (bind.Credentials is { } secret)
            {
                CryptographicOperations.ZeroMemory(MemoryMarshal.AsMemory(secret).Span);
            }
        }
    }

    private async ValueTask<BindOutcome> SimpleAsync(LdapRequest.Bind bind, LdapPeer peer, CancellationToken cancellationToken)
    {
        var password = bind.Credentials.GetValueOrDefault();
        if (password.IsEmpty)
        {
            return bind.Name.IsEmpty || options.AllowEmptyPassword
                ? await AskAsync(new LdapCredentials.Anonymous(), peer, cancellationToken)
                : BindOutcome.Refuse(LdapResultCode.UnwillingToPerform, "A bind with a name needs a password.");
        }

        if (options.RequireTlsForPasswords && !peer.IsSecure)
        {
            return BindOutcome.Refuse(LdapResultCode.ConfidentialityRequired, "Passwords are taken over TLS only.");
        }

        var name = Encoding.UTF8.GetString(bind.Name.Span);
        return await AskAsync(new LdapCredentials.Simple(name, password, false), peer, cancellationToken);
    }

    private async ValueTask<BindOutcome> SaslAsync(
        LdapRequest.Bind bind, LdapPeer peer, DigestExchange? exchange, CancellationToken cancellationToken)
    {
        var credentials = bind.Credentials.GetValueOrDefault();
        switch (bind.Mechanism)
        {
            case Anonymous:
                return await AskAsync(new LdapCredentials.Anonymous(), peer, cancellationToken);
            case Plain when !peer.IsSecure:
                return BindOutcome.Refuse(LdapResultCode.ConfidentialityRequired, "SASL PLAIN is taken over TLS only.");
            case Plain:
                return ReadPlain(credentials) is { } plain
                    ? await AskAsync(plain, peer, cancellationToken)
                    : BindOutcome.Refuse(LdapResultCode.InvalidCredentials, "The credentials are not those of SASL PLAIN.");
            case External when peer.Certificate is { } certificate:
                var asked = Encoding.UTF8.GetString(credentials.Span);
                return await AskAsync(new LdapCredentials.External(certificate, asked), peer, cancellationToken);
            case External:
                return BindOutcome.Refuse(LdapResultCode.InappropriateAuthentication, "SASL EXTERNAL needs a client certificate.");
            case DigestExchange.Mechanism when access.OffersDigestMd5:
                return await DigestAsync(credentials, peer, exchange, cancellationToken);
            default:
                return BindOutcome.Refuse(LdapResultCode.AuthMethodNotSupported, "This way to authenticate is not offered.");
        }
    }

    private async ValueTask<BindOutcome> DigestAsync(
        ReadOnlyMemory<byte> credentials, LdapPeer peer, DigestExchange? exchange, CancellationToken cancellationToken)
    {
        if (exchange is null || credentials.IsEmpty)
        {
            var begun = new DigestExchange(options.Realm);
            return new BindOutcome(new LdapResult(LdapResultCode.SaslBindInProgress), null, begun.Challenge, begun);
        }

        if (await exchange.AnswerAsync(credentials, access, peer, cancellationToken) is not { } proof)
        {
            return BindOutcome.Refuse(LdapResultCode.InvalidCredentials, "");
        }

        var outcome = await AskAsync(new LdapCredentials.Digest(proof.User, options.Realm), peer, cancellationToken);
        return outcome.Result.Code == LdapResultCode.Success ? outcome with { ServerCredentials = proof.ServerProof } : outcome;
    }

    private async ValueTask<BindOutcome> AskAsync(LdapCredentials credentials, LdapPeer peer, CancellationToken cancellationToken)
    {
        var answer = await access.BindAsync(credentials, peer, cancellationToken);
        return new BindOutcome(answer.Result, answer.Result.Code == LdapResultCode.Success ? answer.Identity : null, default, null);
    }

    /// <summary>Reads <c>[authzid] NUL authcid NUL passwd</c> (RFC 4616); acting for somebody else is not offered.</summary>
    private static LdapCredentials.Simple? ReadPlain(ReadOnlyMemory<byte> message)
    {
        var octets = message.Span;
        var first = octets.IndexOf((byte)0);
        var second = first < 0 ? -1 : octets[(first + 1)..].IndexOf((byte)0);
        if (second <= 0)
        {
            return null;
        }

        var password = message[(first + second + 2)..];
        var actsFor = Encoding.UTF8.GetString(octets[..first]);
        var name = Encoding.UTF8.GetString(octets.Slice(first + 1, second));
        var isSelf = actsFor.Length == 0 || actsFor == name || actsFor == "u:" + name || actsFor == "dn:" + name;
        return isSelf && !password.IsEmpty && !password.Span.Contains((byte)0) ? new(name, password, true) : null;
    }
}
