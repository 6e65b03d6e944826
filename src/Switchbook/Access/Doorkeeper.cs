using System.Net;
using Switchbook.Access.Clients;

namespace Switchbook.Access;

/// <summary>
/// Lets clients in at the doors for phones, everybody at an open door, and leaves people and programs to authorization. A name that
/// somebody else's DNS points here (DNS rebinding) is let in nowhere else: from this computer the Host must be a loopback name or address.
/// </summary>
internal sealed class Doorkeeper(RequestDelegate next, ClientGate clients, RequestRates rates)
{
    private const string Challenge = "Basic realm=\"Switchbook\", charset=\"UTF-8\"";

    public Task InvokeAsync(HttpContext context)
    {
        if (!rates.MayAsk(RemoteAddress.Of(context)))
        {
            return RefuseTooOften(context);
        }

        if (OpenDoor.IsAt(context))
        {
            return next(context);
        }

        if (!RemoteAddress.IsOnThisComputer(context))
        {
            return !PhoneDoor.IsAt(context) ? next(context)
                : !clients.HasClients ? Refusal.WriteAsync(context, RemoteAddress.NotHere(context))
                : RequestClient.IsSlow(context, clients) ? ClientGate.Aside(() => AdmitAsync(context)).Unwrap()
                : AdmitAsync(context);
        }

        // Whoever shows who they are, here too, sees what they see elsewhere.
        if (PhoneDoor.IsAt(context) && RequestClient.ShowsCredentials(context))
        {
            RequestClient.Find(context, clients);
        }

        var host = context.Request.Host.Host;
        return IsLoopbackName(host)
            ? next(context)
            : Refusal.WriteAsync(context, AccessProblems.HostUnknown.With(host.Length > 80 ? host[..80] : host));
    }

    private Task AdmitAsync(HttpContext context)
    {
        if (RequestClient.Find(context, clients) is { } client)
        {
            return rates.MayAsk(client) ? next(context) : RefuseTooOften(context);
        }

        context.Response.Headers.WWWAuthenticate = Challenge;
        return Refusal.WriteAsync(context, AccessProblems.ClientUnknown.With(), StatusCodes.Status401Unauthorized);
    }

    private static Task RefuseTooOften(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "1";
        return Refusal.WriteAsync(context, AccessProblems.TooOften.With(), StatusCodes.Status429TooManyRequests);
    }

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(ClientGate.Plain(address)));
}
