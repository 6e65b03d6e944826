using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Switchbook.Access;

namespace Switchbook.Web.Shell;

/// <summary>How a browser likes the pages, kept in its cookies: language, and light or dark.</summary>
internal static class Preferences
{
    public const string Path = "/preferences";

    private const string LanguageCookie = "switchbook-language";
    private const string ThemeCookie = "switchbook-theme";

    private static readonly CookieOptions ForAYear = new()
    {
        MaxAge = TimeSpan.FromDays(365),
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        IsEssential = true,
    };

    public static void MapPreferences(this IEndpointRouteBuilder routes) => routes.MapPost(Path, Keep).AllowAnonymous().ExcludeFromDescription();

    /// <returns><c>light</c>, <c>dark</c>, or <c>system</c> when nothing was chosen.</returns>
    public static string ThemeOf(HttpRequest request) => request.Cookies[ThemeCookie] is "light" or "dark" ? request.Cookies[ThemeCookie]! : "system";

    /// <returns>The chosen language; null when none was chosen.</returns>
    public static string? LanguageOf(HttpRequest request) =>
        request.Cookies[LanguageCookie] is Cultures.English or Cultures.German ? request.Cookies[LanguageCookie] : null;

    private static RedirectHttpResult Keep(
        HttpContext context, [FromForm] string? theme, [FromForm] string? language, [FromForm] string? back)
    {
        Store(context, ThemeCookie, theme, theme is "light" or "dark" or "system");
        Store(context, LanguageCookie, language, language is Cultures.English or Cultures.German);
        return TypedResults.LocalRedirect(EntrancePaths.Local(back));
    }

    private static void Store(HttpContext context, string cookie, string? value, bool fit)
    {
        if (fit)
        {
            context.Response.Cookies.Append(cookie, value!, ForAYear);
        }
    }
}
