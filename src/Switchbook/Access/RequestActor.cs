using Switchbook.Access.Clients;
using Switchbook.Access.Operators;
using Switchbook.Storage.Auditing;

namespace Switchbook.Access;

/// <summary>Lets the audit record know who asks, for all that comes of the request; phones change nothing.</summary>
internal sealed class RequestActor(RequestDelegate next)
{
    // Asynchronous, so that nothing of it is left for the next request of the connection.
    public async Task InvokeAsync(HttpContext context)
    {
        if (!PhoneDoor.IsAt(context))
        {
            AuditActor.Current = new(Caller.Named(context.User), RemoteAddress.Of(context).ToString());
        }

        await next(context);
    }
}
