using System.Text;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Net.Http.Headers;
using Switchbook.Access.Clients;
using Switchbook.Views;

namespace Switchbook.CallerId;

/// <summary>
/// Tells a PBX who calls: <c>GET /lookup?number=</c> answers the name as plain text, or nothing. It is 200 either way: PBXs show
/// whatever body they get, and some never look at the status.
/// </summary>
internal static class CallerIdSetup
{
    /// <summary>As many matches as JSON lists.</summary>
    private const int MostMatches = 20;

    /// <summary>What is longer is no number; it is not even looked up.</summary>
    private const int LongestNumber = 200;

    public static IServiceCollection AddCallerId(this IServiceCollection services) => services.AddViews();

    public static IEndpointRouteBuilder MapCallerId(this IEndpointRouteBuilder routes)
    {
        PhoneDoor.Of(routes).MapGet("/lookup/3cx.xml", Template).WithName("Get3cxTemplate").WithSummary("The template by which a 3CX looks callers up.");
        PhoneDoor.Of(routes).MapGet("/lookup", Answer).WithName("LookupCaller").WithSummary("Finds the name to show for a caller's number.");
        return routes;
    }

    private static IResult Answer(HttpContext context, ViewedDirectory directory, string? number = null, string? format = null)
    {
        context.Response.Headers.CacheControl = "no-store";
        var matches = number is { Length: > 0 and <= LongestNumber } ? directory.For(context).Lookup(number, limit: MostMatches) : [];
        return WantsJson(context.Request, format)
            ? Results.Json(new CallerIdAnswer(
                matches.Count == 0 ? null : CallerName.Of(matches[0].Name),
                [.. matches.Select(match => new CallerIdMatch(
                    match.Id, CallerName.Of(match.Name), match.Number, match.Source, match.PersonId, match.Kind))]))
            : Results.Text(matches.Count == 0 ? "" : CallerName.Of(matches[0].Name), "text/plain; charset=utf-8");
    }

    private static IResult Template(HttpRequest request)
    {
        // A request by token has the token in its base, and so the template that is made for it.
        var lookup = UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, "/lookup");
        return Results.File(Encoding.UTF8.GetBytes(CrmTemplate.For(lookup).ToString()), "application/xml", "switchbook-3cx.xml");
    }

    private static bool WantsJson(HttpRequest request, string? format) =>
        format is null
            ? request.GetTypedHeaders().Accept is { } accepted && accepted.OrderByDescending(Quality).FirstOrDefault() is { } best
                && best.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            : format.Equals("json", StringComparison.OrdinalIgnoreCase);

    private static double Quality(MediaTypeHeaderValue type) => type.Quality ?? 1;
}
