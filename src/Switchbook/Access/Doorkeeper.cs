using System.Net;
using Switchbook.Access.Clients;

namespace Switchbook.Access;

/// <summary>
/// Lets programs on this computer in, and clients in at the doors for phones. A name that somebody else's DNS points here (DNS
/// rebinding) is not let in either: from this computer the Host must be a loopback name or address.
/// </summary>
internal sealed class Doorkeeper(RequestDelegate next, ClientGate clients)
{
    private const string Challenge = "Basic realm=\"Switchbook\", charset=\"UTF-8\"";

    public Task InvokeAsync(HttpContext context)
    {
        if (!IsOnThisComputer(context, out var remote))
        {
            return PhoneDoor.IsAt(context) && clients.HasClients
                ? AdmitAsync(context)
                : Refusal.WriteAsync(context, AccessProblems.NotThisComputer.With(remote));
        }

        var host = context.Request.Host.Host;
        return IsLoopbackName(host)
            ? next(context)
            : Refusal.WriteAsync(context, AccessProblems.HostUnknown.With(host.Length > 80 ? host[..80] : host));
    }

    private Task AdmitAsync(HttpContext context)
    {
        if (RequestClient.Find(context, clients) is not null)
        {
            return next(context);
        }

        context.Response.Headers.WWWAuthenticate = Challenge;
        return Refusal.WriteAsync(context, AccessProblems.ClientUnknown.With(), StatusCodes.Status401Unauthorized);
    }

    private static bool IsOnThisComputer(HttpContext context, out IPAddress remote)
    {
        // A connection without an address is in memory or a Unix socket: on this computer.
        remote = ClientGate.Plain(context.Connection.RemoteIpAddress ?? IPAddress.Loopback);
        return IPAddress.IsLoopback(remote);
    }

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(ClientGate.Plain(address)));
}
