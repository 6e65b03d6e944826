using Switchbook.Access.Operators;
using Switchbook.Audit;
using Switchbook.Exports;
using Switchbook.Problems;

namespace Switchbook.Api;

/// <summary><c>/api/v1/audit</c>: who did what.</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder api) =>
        api.MapGet("/audit", ListAsync)
            .ForPrograms(OperatorRole.Administrator)
            .WithSummary("Lists who did what, newest first; with before, older lines than that. format is json, or csv for all lines.")
            .Produces<IReadOnlyList<AuditLine>>()
            .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<IResult> ListAsync(
        [AsParameters] AuditRequest asked, AuditTrail trail, HttpContext context, CancellationToken cancellationToken)
    {
        var question = new AuditQuestion { Kind = asked.Kind, Text = asked.Q, From = asked.From, Until = asked.Until, Before = asked.Before };
        return (asked.Format ?? "json") switch
        {
            "json" => TypedResults.Ok(await trail.ListAsync(question, asked.Limit ?? 100, cancellationToken)),
            "csv" => TypedResults.Stream(body => AuditCsv.WriteAsync(body, trail.AllAsync(question, context.RequestAborted)), "text/csv; charset=utf-8", "switchbook-audit.csv"),
            var other => throw new ProblemException(ApiProblems.FormatUnknown.With(other)),
        };
    }
}
