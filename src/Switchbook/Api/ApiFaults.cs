using Switchbook.History;
using Switchbook.Links;
using Switchbook.Problems;
using Switchbook.Synchronization;

namespace Switchbook.Api;

/// <summary>Answers a request that failed for a known reason with problem details (RFC 9457): code, message and what to do.</summary>
internal sealed class ApiFaults(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (ProblemException known) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, Status(known.Problem.Code), known.Problem);
        }
        catch (BadHttpRequestException unreadable) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, unreadable.StatusCode, ApiProblems.RequestUnreadable.With(unreadable.Message));
        }
    }

    private static int Status(string code) => code switch
    {
        _ when code == LinkProblems.NotFound.Code || code == SyncProblems.NothingHeld.Code || code == ManualEntryProblems.NotFound.Code => StatusCodes.Status404NotFound,
        _ when code == HistoryProblems.NotFound.Code || code == HistoryProblems.TooLongAgo.Code => StatusCodes.Status404NotFound,
        _ when code == ManualEntryProblems.NotManual.Code || code == SyncProblems.AlreadyRunning.Code => StatusCodes.Status409Conflict,
        _ when code == HistoryProblems.NotPinned.Code => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };

    private static Task AnswerAsync(HttpContext context, int status, Problem problem) =>
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
