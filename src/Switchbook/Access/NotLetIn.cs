using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Components.Endpoints;
using Switchbook.Access.Operators;
using Switchbook.Access.Tokens;

namespace Switchbook.Access;

/// <summary>
/// What happens to who is not let in: a person who wants a page is led to where one signs in, or to where the first operator is made;
/// a program is told.
/// </summary>
internal sealed class NotLetIn(CurrentOperators operators) : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        var isPage = context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        return authorizeResult switch
        {
            { Succeeded: true } => next(context),
            { Challenged: true } => ChallengeAsync(context, isPage),
            _ when isPage => ShowForbiddenAsync(next, context),
            _ => Refusal.WriteAsync(context, OperatorProblems.RoleMissing.With()),
        };
    }

    private Task ChallengeAsync(HttpContext context, bool isPage)
    {
        if (isPage && WantsText(context.Request))
        {
            context.Response.Redirect(operators.AreNone ? EntrancePaths.SetUp : EntrancePaths.SignInThen(context.Request));
            return Task.CompletedTask;
        }

        if (ApiTokenText.Of(context.Request) is not null)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            return Refusal.WriteAsync(context, ApiTokenProblems.Unknown.With(), StatusCodes.Status401Unauthorized);
        }

        return operators.AreNone
            ? Refusal.WriteAsync(context, RemoteAddress.NotHere(context))
            : Refusal.WriteAsync(context, OperatorProblems.SignInNeeded.With(), StatusCodes.Status401Unauthorized);
    }

    /// <summary>The page's frame says who may see it; it never makes the page itself.</summary>
    private static Task ShowForbiddenAsync(RequestDelegate next, HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return next(context);
    }

    private static bool WantsText(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
