using System.Net;
using Switchbook.Access.Clients;

namespace Switchbook.Access;

/// <summary>Where a request comes from.</summary>
internal static class RemoteAddress
{
    /// <summary>A connection without an address is in memory or a Unix socket: on this computer.</summary>
    public static IPAddress Of(HttpContext context) => ClientGate.Plain(context.Connection.RemoteIpAddress ?? IPAddress.Loopback);

    public static bool IsOnThisComputer(HttpContext context) => IPAddress.IsLoopback(Of(context));
}
