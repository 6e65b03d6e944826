using System.Net;
using Switchbook.Problems;

namespace Switchbook.Access;

/// <summary>
/// Keeps everyone out but programs on this computer, for as long as nobody has credentials. A name that somebody else's DNS
/// points here (DNS rebinding) is not let in either: the Host must be a loopback name or address.
/// </summary>
internal sealed class LoopbackOnly(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) => Problem(context) is { } problem
        ? Refusal.WriteAsync(context, problem)
        : next(context);

    private static Problem? Problem(HttpContext context)
    {
        // A connection without an address is in memory or a Unix socket: on this computer.
        if (context.Connection.RemoteIpAddress is { } remote && !IPAddress.IsLoopback(Plain(remote)))
        {
            return AccessProblems.NotThisComputer.With(remote);
        }

        var host = context.Request.Host.Host;
        return IsLoopbackName(host) ? null : AccessProblems.HostUnknown.With(host.Length > 80 ? host[..80] : host);
    }

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(Plain(address)));

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
