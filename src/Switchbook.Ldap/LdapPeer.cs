using System.Net;
using System.Security.Cryptography.X509Certificates;

using Switchbook.Ldap.Access;

namespace Switchbook.Ldap;

/// <summary>Who is at the other end of a connection.</summary>
public sealed class LdapPeer(EndPoint? remote, EndPoint? local)
{
    public EndPoint? Remote { get; } = remote;

    public EndPoint? Local { get; } = local;

    /// <summary>Whether the connection comes from this machine.</summary>
    public bool IsLoopback { get; } = remote is IPEndPoint { Address: var address } && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    /// <summary>Whether TLS protects the connection, from its start or since StartTLS.</summary>
    public bool IsSecure { get; internal set; }

    /// <summary>The certificate that the client showed, checked by the TLS layer as configured there; null when it showed none.</summary>
    public X509Certificate2? Certificate { get; internal set; }

    /// <summary>Who the client proved to be; null while it is anonymous.</summary>
    public LdapIdentity? Identity { get; internal set; }

    /// <summary>2 or 3, as the last bind said; 3 without a bind.</summary>
    public int ProtocolVersion { get; internal set; } = 3;
}
