using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Switchbook.Access.Operators;

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
            if (sessions.Use((await states.GetAuthenticationStateAsync()).User))
            {
                await next(context);
            }
        };
}
