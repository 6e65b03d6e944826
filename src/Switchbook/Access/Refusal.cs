using Switchbook.Problems;

namespace Switchbook.Access;

/// <summary>The answer to a request that is not let in: a sentence for people; for programs of the API, problem details.</summary>
internal static class Refusal
{
    private const string Api = "/api";

    public static Task WriteAsync(HttpContext context, Problem problem, int status = StatusCodes.Status403Forbidden)
    {
        if (context.Request.Path.StartsWithSegments(Api, StringComparison.Ordinal))
        {
            return WriteDetailsAsync(context, problem, status);
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync($"{problem.Message}\n{problem.Action}\n({problem.Code})\n", context.RequestAborted);
    }

    /// <summary>Problem details (RFC 9457) with the code, the message and what to do.</summary>
    public static Task WriteDetailsAsync(HttpContext context, Problem problem, int status) =>
        TypedResults.Problem(
            title: problem.Message,
            detail: problem.Action,
            statusCode: status,
            extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["code"] = problem.Code,
                ["message"] = problem.Message,
                ["action"] = problem.Action,
            }).ExecuteAsync(context);
}
