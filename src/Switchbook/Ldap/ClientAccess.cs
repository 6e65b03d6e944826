using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using Switchbook.Access;
using Switchbook.Access.Clients;
using Switchbook.Ldap.Access;
using Switchbook.Ldap.Names;
using Switchbook.Ldap.Schema;

namespace Switchbook.Ldap;

/// <summary>
/// Lets this computer ask without credentials, and clients from other computers. A client binds as
/// <c>cn=NAME,ou=clients,BASE</c>, or by its name alone where a phone takes no DN.
/// </summary>
internal sealed class ClientAccess(ClientGate clients, RequestRates rates, IOptions<LdapOptions> options) : ILdapAccess
{
    private const string WrongPassword = "The credentials are wrong, or may not be used from this address.";
    private const string TooOften = "This computer, or this client, asks more often than it may.";
    private const string NoCredentials = "Only clients with credentials may ask from another machine; see 'switchbook client add'.";

    private readonly DistinguishedName _clients = DistinguishedName.Parse($"ou=clients,{options.Value.BaseDn}", LdapSchema.Standard);

    public ValueTask<LdapBindAnswer> BindAsync(LdapCredentials credentials, LdapPeer peer, CancellationToken cancellationToken) => credentials switch
    {
        _ when !rates.MayAsk(ClientGate.Plain(AddressOf(peer))) => ValueTask.FromResult(LdapBindAnswer.Refuse(LdapResultCode.Busy, TooOften)),
        LdapCredentials.Simple simple => CheckAsync(simple, peer),
        _ => ValueTask.FromResult(Check(credentials, peer)),
    };

    public bool OffersDigestMd5 => clients.HasDigests;

    public ValueTask<byte[]?> DigestSecretAsync(string user, string realm, LdapPeer peer, CancellationToken cancellationToken) =>
        ValueTask.FromResult(clients.ToProveByDigest(user, AddressOf(peer))?.DigestSecret);

    public void RefusedDigest(string user, LdapPeer peer) => clients.CountFailure(user, AddressOf(peer));

    public LdapResult Authorize(LdapPeer peer)
    {
        var mayAsk = peer.Identity?.Account is Client client
            ? clients.StillKnows(client, AddressOf(peer))
            : peer.IsLoopback || clients.AtAddress(AddressOf(peer)) is not null;
        return !mayAsk ? new(LdapResultCode.InsufficientAccessRights, NoCredentials)
            : IsTooOften(peer) ? new(LdapResultCode.Busy, TooOften)
            : LdapResult.Success;
    }

    private bool IsTooOften(LdapPeer peer) =>
        !rates.MayAsk(ClientGate.Plain(AddressOf(peer)))
        || (peer.Identity?.Account is Client client && clients.Now(client) is { } now && !rates.MayAsk(now));

    private LdapBindAnswer Check(LdapCredentials credentials, LdapPeer peer) => credentials switch
    {
        LdapCredentials.Anonymous when peer.IsLoopback || clients.AtAddress(AddressOf(peer)) is not null => LdapBindAnswer.Anonymous,
        LdapCredentials.Anonymous => LdapBindAnswer.Refuse(LdapResultCode.InvalidCredentials, NoCredentials),
        LdapCredentials.Digest digest => Answer(clients.ToProveByDigest(digest.User, AddressOf(peer))),
        LdapCredentials.External external => Check(external, peer),
        _ => Answer(null),
    };

    private async ValueTask<LdapBindAnswer> CheckAsync(LdapCredentials.Simple simple, LdapPeer peer) =>
        Answer(await clients.WithPasswordAsync(NameOf(simple.Name), Encoding.UTF8.GetString(simple.Password.Span), AddressOf(peer)));

    private LdapBindAnswer Check(LdapCredentials.External external, LdapPeer peer)
    {
        var answer = Answer(clients.WithCertificate(external.Certificate, AddressOf(peer)));
        return external.AuthorizationId.Length == 0 || external.AuthorizationId == answer.Identity?.AuthorizationId ? answer : Answer(null);
    }

    private LdapBindAnswer Answer(Client? client) => client is null
        ? LdapBindAnswer.Refuse(LdapResultCode.InvalidCredentials, WrongPassword)
        : LdapBindAnswer.Accept(new LdapIdentity($"dn:cn={client.Name},{_clients}", client));

    private string NameOf(string typed) =>
        DistinguishedName.TryParse(typed, LdapSchema.Standard, out var name) && IsOfClients(name)
            ? name.Rdns[0].First.Value
            : typed;

    /// <summary>Also below the root of a view, whichever it is: whether the client has that view shows when it searches.</summary>
    private bool IsOfClients(DistinguishedName name) =>
        name.IsBelow(_clients) || (name.Rdns is [_, var above, ..] && above.First.Value.Equals("clients", StringComparison.OrdinalIgnoreCase));

    private static IPAddress? AddressOf(LdapPeer peer) => (peer.Remote as IPEndPoint)?.Address;
}
