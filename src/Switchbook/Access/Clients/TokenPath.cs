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
        if (Split(context.Request.Path) is var (token, rest))
        {
            context.Items[Key] = token;
            context.Request.PathBase = context.Request.PathBase.Add($"{Prefix}/{token}");
            context.Request.Path = rest;
        }

        return next(context);
    }

    /// <summary>A path as it may be written down: what stands where a token stands is left out.</summary>
    public static PathString Shown(PathString path) => Split(path) is var (_, rest) ? $"{Prefix}/-{rest}" : path;

    private static (string Token, string Path)? Split(PathString path) =>
        path.StartsWithSegments(Prefix, StringComparison.Ordinal, out var below)
        && below.Value is { Length: > 1 } text
        && text.IndexOf('/', 1) is > 1 and var end
            ? (text[1..end], text[end..])
            : null;
}
