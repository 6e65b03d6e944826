using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using Switchbook.Access.Clients;
using Switchbook.Ldap.Access;
using Switchbook.Ldap.Names;
using Switchbook.Ldap.Schema;

namespace Switchbook.Ldap;

/// <summary>
/// Lets this computer ask without credentials, and clients from other computers. A client binds as
/// <c>cn=NAME,ou=clients,BASE</c>, or by its name alone where a phone takes no DN.
/// </summary>
internal sealed class ClientAccess(ClientGate clients, IOptions<LdapOptions> options) : ILdapAccess
{
    private const string WrongPassword = "The name or the password is wrong, or it may not be used from this address.";
    private const string NoCredentials = "Only clients with credentials may ask from another machine; see 'switchbook client add'.";

    private readonly DistinguishedName _clients = DistinguishedName.Parse($"ou=clients,{options.Value.BaseDn}", LdapSchema.Standard);

    public ValueTask<LdapBindAnswer> BindAsync(LdapCredentials credentials, LdapPeer peer, CancellationToken cancellationToken) =>
        ValueTask.FromResult(credentials switch
        {
            LdapCredentials.Anonymous when peer.IsLoopback || clients.AtAddress(AddressOf(peer)) is not null => LdapBindAnswer.Anonymous,
            LdapCredentials.Anonymous => LdapBindAnswer.Refuse(LdapResultCode.InvalidCredentials, NoCredentials),
            LdapCredentials.Simple simple => Bind(simple, peer),
            _ => LdapBindAnswer.Refuse(LdapResultCode.InvalidCredentials, WrongPassword),
        });

    public LdapResult Authorize(LdapPeer peer)
    {
        var mayAsk = peer.Identity?.Account is Client client
            ? clients.StillKnows(client, AddressOf(peer))
            : peer.IsLoopback || clients.AtAddress(AddressOf(peer)) is not null;
        return mayAsk ? LdapResult.Success : new(LdapResultCode.InsufficientAccessRights, NoCredentials);
    }

    private LdapBindAnswer Bind(LdapCredentials.Simple simple, LdapPeer peer) =>
        clients.WithPassword(NameOf(simple.Name), Encoding.UTF8.GetString(simple.Password.Span), AddressOf(peer)) is { } client
            ? LdapBindAnswer.Accept(new LdapIdentity($"dn:cn={client.Name},{_clients}", client))
            : LdapBindAnswer.Refuse(LdapResultCode.InvalidCredentials, WrongPassword);

    private string NameOf(string typed) =>
        DistinguishedName.TryParse(typed, LdapSchema.Standard, out var name) && name.IsBelow(_clients)
            ? name.Rdns[0].First.Value
            : typed;

    private static IPAddress? AddressOf(LdapPeer peer) => (peer.Remote as IPEndPoint)?.Address;
}
