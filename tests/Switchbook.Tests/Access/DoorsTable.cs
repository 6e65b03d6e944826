using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Switchbook.Access.Clients;
using Switchbook.Access.Operators;

namespace Switchbook.Tests.Access;

/// <summary>The page that says who may ask what, made by asking at every door as everybody.</summary>
internal static partial class DoorsTable
{
    private const string Heading = """
        # Who may ask what

        Made by asking a server at each of its doors as each kind of caller; see [CONTRIBUTING](../CONTRIBUTING.md#pages-made-from-code)
        for how. **yes** is let in, **no** is refused, *sign-in* and *set-up* are led to where one signs in or makes the first
        [operator](operators.md). *Here* is the computer that runs Switchbook, *elsewhere* any other; viewer, operator and
        administrator signed in elsewhere, and programs with a [token](operators.md#4-programs) are elsewhere. [Clients](clients.md) are let in at the doors for phones, and nowhere else.

        """;

    private const string PhoneArea = "4 Phones";

    private static readonly string[] Columns =
        [
        "no operator yet, here", "no operator yet, elsewhere", "nobody, here", "nobody, elsewhere", "behind a proxy that is not named, here",
        "wrong token, here", "viewer", "operator", "administrator", "viewer's token", "operator's token", "administrator's token",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="fresh">A server without an operator.</param>
    /// <param name="manned">A server with one of each role.</param>
    public static async Task<string> PageAsync(ServerHost fresh, ServerHost manned)
    {
        var callers = new List<HttpClient>
        {
            fresh.From(ServerHost.Here), fresh.From(ServerHost.Elsewhere), manned.From(ServerHost.Here), manned.From(ServerHost.Elsewhere),
        };
        callers.AddRange(Behind(manned.From(ServerHost.Here)), Showing(manned.From(ServerHost.Here), "switchbook_wrong"));
        foreach (var role in Enum.GetNames<OperatorRole>())
        {
            callers.Add(await manned.SignedInAsync(role));
        }

        foreach (var role in Enum.GetValues<OperatorRole>())
        {
            callers.Add(Showing(manned.From(ServerHost.Elsewhere), await manned.AddTokenAsync(role)));
        }

        var page = new StringBuilder(Heading);
        foreach (var area in Doors(fresh).GroupBy(door => door.Area, StringComparer.Ordinal).OrderBy(area => area.Key, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {area.Key[2..]}\n\n| | {string.Join(" | ", Columns)} |\n|---|{string.Concat(Columns.Select(_ => "---|"))}\n");
            var rows = new List<string>();
            foreach (var door in area)
            {
                rows.Add($"| `{door.Method} {door.Shown}` | {string.Join(" | ", await AskAsync(callers, door))} |");
            }

            page.AppendJoin('\n', rows.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)).Append('\n');
        }

        callers.ForEach(caller => caller.Dispose());
        return page.ToString();
    }

    private static HttpClient Behind(HttpClient caller)
    {
        caller.DefaultRequestHeaders.Add("X-Forwarded-For", ServerHost.Here);
        return caller;
    }

    private static HttpClient Showing(HttpClient caller, string token)
    {
        caller.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return caller;
    }

    private static IEnumerable<Door> Doors(ServerHost server) =>
        from endpoint in server.Endpoints
        where endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null || endpoint.RoutePattern.RawText == "manager.css"
        let path = $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}"
        from method in Methods(endpoint)
        select new Door(Area(endpoint, path), method, path);

    private static IEnumerable<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods
            ? methods.Where(method => method is not ("HEAD" or "OPTIONS")).Where(method => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null || method == "GET")
            : ["GET"];

    private static string Area(RouteEndpoint endpoint, string path) =>
        endpoint.Metadata.GetMetadata<PhoneDoor>() is not null ? PhoneArea
        : endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null ? "1 Pages"
        : path.StartsWith("/api", StringComparison.Ordinal) ? "2 API"
        : path.StartsWith("/_", StringComparison.Ordinal) || path is "/preferences" or "/sign-out" or "/manager.css" or "/{**path:file}" ? "5 What pages need"
        : "3 Watching";

    private static async Task<string[]> AskAsync(List<HttpClient> callers, Door door)
    {
        var answers = new List<string>();
        foreach (var caller in callers)
        {
            answers.Add(await AskAsync(caller, door));
        }

        return [.. answers];
    }

    private static async Task<string> AskAsync(HttpClient caller, Door door)
    {
        using var request = new HttpRequestMessage(new HttpMethod(door.Method), Parameter().Replace(door.Path, "1"));
        request.Headers.Add("Accept", door.Area == "1 Pages" ? "text/html" : "*/*");
        using var answer = await SendAsync(caller, request);
        return (int)answer.StatusCode switch
        {
            302 when answer.Headers.Location?.OriginalString.StartsWith("/sign-in", StringComparison.Ordinal) == true => "*sign-in*",
            302 when answer.Headers.Location?.OriginalString == "/setup" => "*set-up*",
            401 or 403 => "no",
            < 500 => "**yes**",
            var failed => $"fails with {failed}",
        };
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient caller, HttpRequestMessage request)
    {
        try
        {
            return await caller.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        }
        catch (BadHttpRequestException fault)
        {
            // Kestrel would make the answer of it.
            return new((HttpStatusCode)fault.StatusCode);
        }
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();

    private sealed record Door(string Area, string Method, string Path)
    {
        /// <summary>The many phonebooks of many makers are one kind of door.</summary>
        public string Shown => Area == PhoneArea && Path.IndexOf('/', 1) is > 0 and var end ? $"{Path[..end]}/…" : Path;
    }
}
