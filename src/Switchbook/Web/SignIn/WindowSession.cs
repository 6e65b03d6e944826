using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Switchbook.Access.Operators;

namespace Switchbook.Web.SignIn;

/// <summary>Looks every few seconds whether who opened a window is still in; a window of somebody who is not asks to sign in again.</summary>
internal sealed class WindowSession(Sessions sessions, ILoggerFactory logs) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(3);

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        Task.FromResult(sessions.Stands(authenticationState.User));
}
