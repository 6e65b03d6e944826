namespace Switchbook.Access.Clients;

/// <summary>
/// Takes a client's token off the path: <c>/as/TOKEN/phonebook/yealink</c>. Many phones can keep a URL and nothing else, and as a
/// part of the base path it stands in every link that a document gives.
/// </summary>
internal sealed class TokenPath(RequestDelegate next)
{
    private const string Prefix = "/as";

    private static readonly object Key = new();

    public static string? Of(HttpContext context) => context.Items.TryGetValue(Key, out var token) ? (string?)token : null;

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments(Prefix, StringComparison.Ordinal, out var rest)
            && rest.Value is { Length: > 1 } path
            && path.IndexOf('/', 1) is > 1 and var end)
        {
            context.Items[Key] = path[1..end];
            context.Request.PathBase = context.Request.PathBase.Add($"{Prefix}/{path[1..end]}");
            context.Request.Path = path[end..];
        }

        return next(context);
    }
}
