using Switchbook.Access;
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
            await Refusal.WriteDetailsAsync(context, known.Problem, Status(known.Problem.Code));
        }
        catch (BadHttpRequestException unreadable) when (!context.Response.HasStarted)
        {
            await Refusal.WriteDetailsAsync(context, ApiProblems.RequestUnreadable.With(unreadable.Message), unreadable.StatusCode);
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
}
