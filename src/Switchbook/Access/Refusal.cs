using Switchbook.Problems;

namespace Switchbook.Access;

/// <summary>The answer to a request that is not let in: a sentence for people, whatever program they use.</summary>
internal static class Refusal
{
    public static Task WriteAsync(HttpContext context, Problem problem, int status = StatusCodes.Status403Forbidden)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync($"{problem.Message}\n{problem.Action}\n({problem.Code})\n", context.RequestAborted);
    }
}
