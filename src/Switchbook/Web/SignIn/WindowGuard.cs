using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Switchbook.Access.Operators;
using Switchbook.Storage.Auditing;

namespace Switchbook.Web.SignIn;

/// <summary>
/// Stands before everything that a window sends: it counts as use of the session, and is dropped when the session has ended, before
/// <see cref="WindowSession"/> notices.
/// </summary>
internal sealed class WindowGuard(Sessions sessions, AuthenticationStateProvider states) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        async context =>
        {
            var user = (await states.GetAuthenticationStateAsync()).User;
            if (sessions.Use(user))
            {
                AuditActor.Current = new(Caller.Named(user));
                await next(context);
            }
        };
}
