namespace Switchbook.Access;

/// <summary>
/// Lets a browser change something only from this server's own pages. Browsers say where a request comes from in
/// <c>Sec-Fetch-Site</c>, older ones in <c>Origin</c>; programs send neither and are no danger. WebSockets count as changes: they are
/// opened by GET and obey no same-origin policy.
/// </summary>
internal sealed class SameSiteChanges(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) => MayChange(context) && IsForeign(context.Request)
        ? Refusal.WriteAsync(context, AccessProblems.CrossSite.With())
        : next(context);

    private static bool MayChange(HttpContext context)
    {
        var method = context.Request.Method;
        return context.WebSockets.IsWebSocketRequest
            || context.Request.Headers.ContainsKey("Sec-WebSocket-Key")
            || !(HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method));
    }

    private static bool IsForeign(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is [{ Length: > 0 } site])
        {
            return site is not ("same-origin" or "none");
        }

        var origins = request.Headers.Origin;
        return origins.Count > 0
            && !(Uri.TryCreate(origins[0], UriKind.Absolute, out var origin)
                && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
                && string.Equals(origin.Scheme, request.Scheme, StringComparison.OrdinalIgnoreCase));
    }
}
