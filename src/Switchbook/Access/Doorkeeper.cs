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
                : AdmitAsync(context);
        }

        var host = context.Request.Host.Host;
        return !IsLoopbackName(host) ? Refusal.WriteAsync(context, AccessProblems.HostUnknown.With(host.Length > 80 ? host[..80] : host))
            : PhoneDoor.IsAt(context) && RequestClient.ShowsCredentials(context) ? RecogniseAsync(context)
            : next(context);
    }

    /// <summary>Whoever shows who they are, on this computer too, sees what they see elsewhere.</summary>
    private async Task RecogniseAsync(HttpContext context)
    {
        await RequestClient.FindAsync(context, clients);
        await next(context);
    }

    private async Task AdmitAsync(HttpContext context)
    {
        if (await RequestClient.FindAsync(context, clients) is { } client)
        {
            await (rates.MayAsk(client) ? next(context) : RefuseTooOften(context));
            return;
        }

        context.Response.Headers.WWWAuthenticate = Challenge;
        await Refusal.WriteAsync(context, AccessProblems.ClientUnknown.With(), StatusCodes.Status401Unauthorized);
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
