using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Switchbook.Access;
using Switchbook.Access.Operators;
using Switchbook.Audit;
using Switchbook.Storage.Auditing;

namespace Switchbook.Web.SignIn;

/// <summary>Composition of signing in and out.</summary>
internal static class SignInSetup
{
    public static IServiceCollection AddSignIn(this IServiceCollection services) => services
        .AddCascadingAuthenticationState()
        .AddScoped<AuthenticationStateProvider, WindowSession>()
        .AddScoped<CircuitHandler, WindowGuard>();

    public static void MapSignOut(this IEndpointRouteBuilder routes) =>
        routes.MapPost(EntrancePaths.SignOut, SignOutAsync).AllowAnonymous().ExcludeFromDescription();

    /// <param name="back">Where to go after signing in again.</param>
    private static async Task<RedirectHttpResult> SignOutAsync(HttpContext context, Sessions sessions, AuditNotes notes, [FromForm] string? back)
    {
        if (Caller.Ticket(context.User) is { } ticket)
        {
            notes.Add("operator.signed-out", AuditActor.Current, ticket.Name);
        }

        sessions.End(context.User);
        await context.SignOutAsync(Caller.Session);
        return TypedResults.LocalRedirect(EntrancePaths.SignInThen(EntrancePaths.Local(back)));
    }
}
