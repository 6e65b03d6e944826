using System.Globalization;

namespace Switchbook.Web.Shell;

/// <summary>Sets the culture of a request, and with it that of the window it opens: the one chosen here, else one the browser asks for.</summary>
internal sealed class ViewerCulture(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var culture = Cultures.Best(Wishes(context.Request));
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, Cultures.TextsOf(culture));
        return next(context);
    }

    private static IEnumerable<string> Wishes(HttpRequest request)
    {
        var asked = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString());
        return Preferences.LanguageOf(request) is not { } chosen
            ? asked
            : [.. asked.Where(language => language.StartsWith(chosen, StringComparison.OrdinalIgnoreCase)), chosen];
    }
}
