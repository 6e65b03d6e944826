using System.Net;
using Switchbook.Access.Clients;
using Switchbook.Problems;

namespace Switchbook.Access;

/// <summary>Where a request comes from.</summary>
internal static class RemoteAddress
{
    /// <summary>That of a request which a proxy passed on without being believed; no computer has it.</summary>
    public static readonly IPAddress Unknown = IPAddress.None;

    /// <summary>A connection without an address is in memory or a Unix socket: on this computer.</summary>
    public static IPAddress Of(HttpContext context) => ClientGate.Plain(context.Connection.RemoteIpAddress ?? IPAddress.Loopback);

    public static bool IsOnThisComputer(HttpContext context) => IPAddress.IsLoopback(Of(context));

    /// <summary>Why a request is not one of this computer.</summary>
    public static Problem NotHere(HttpContext context) => Of(context) is var from && from.Equals(Unknown)
        ? AccessProblems.PassedOn.With()
        : AccessProblems.NotThisComputer.With(from);
}
