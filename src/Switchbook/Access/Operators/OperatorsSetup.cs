using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Switchbook.Access.Tokens;

namespace Switchbook.Access.Operators;

/// <summary>Composition of who may sign in, how, and what for.</summary>
internal static class OperatorsSetup
{
    private const string CookieName = "switchbook-session";

    public static IServiceCollection AddOperatorStore(this IServiceCollection services) => services.AddSingleton<OperatorStore>();

    /// <summary>ASP.NET Core's authentication and authorization; nobody is known until <see cref="AccessRefresh"/> has looked.</summary>
    public static IServiceCollection AddOperatorSessions(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<OperatorOptions>().BindConfiguration("Operators").ValidateDataAnnotations();
        services.AddSingleton<CurrentOperators>().AddSingleton<CurrentApiTokens>().AddSingleton<Sessions>().AddSingleton<Entrance>().AddSingleton<FirstOperator>();
        services.AddAuthentication(Caller.Scheme)
            .AddPolicyScheme(Caller.Scheme, null, scheme => scheme.ForwardDefaultSelector = Forward)
            .AddScheme<AuthenticationSchemeOptions, ThisComputerHandler>(Caller.ThisComputer, null)
            .AddScheme<AuthenticationSchemeOptions, ApiTokenHandler>(Caller.Token, null)
            .AddCookie(Caller.Session);
        services.AddOptions<CookieAuthenticationOptions>(Caller.Session).Configure<IOptions<OperatorOptions>>(Shape);
        services.AddAuthorizationBuilder().SetFallbackPolicy(
            new AuthorizationPolicyBuilder(Caller.Scheme).RequireRole(nameof(OperatorRole.Viewer)).Build());
        return services.AddSingleton<IAuthorizationMiddlewareResultHandler, NotLetIn>();
    }

    /// <summary>
    /// A door for programs too: it takes who signed in with at least <paramref name="role"/>, programs that show a token of it, and
    /// programs on this computer as <see cref="ThisComputerHandler"/> knows them.
    /// </summary>
    public static TBuilder ForPrograms<TBuilder>(this TBuilder doors, OperatorRole role)
        where TBuilder : IEndpointConventionBuilder =>
        doors.RequireAuthorization(new AuthorizeAttribute
        {
            Roles = role.ToString(),
            AuthenticationSchemes = $"{Caller.Scheme},{Caller.ThisComputer},{Caller.Token}",
        });

    private static string Forward(HttpContext context) =>
        context.RequestServices.GetRequiredService<CurrentOperators>().AreNone ? Caller.ThisComputer : Caller.Session;

    /// <summary>The cookie lasts as long as a session can; <see cref="Sessions"/> ends it earlier.</summary>
    private static void Shape(CookieAuthenticationOptions options, IOptions<OperatorOptions> sessions)
    {
        options.Cookie.Name = CookieName;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = sessions.Value.SessionLength;
        options.SlidingExpiration = false;
        options.Events.OnValidatePrincipal = context =>
        {
            if (!context.HttpContext.RequestServices.GetRequiredService<Sessions>().Use(context.Principal!))
            {
                context.RejectPrincipal();
            }

            return Task.CompletedTask;
        };
    }
}
