using Switchbook.Problems;
using Switchbook.Quality;

namespace Switchbook.Api;

/// <summary><c>/api/v1/directory/report</c>: what is doubtful in the directory services' data.</summary>
internal static class ReportEndpoints
{
    public static void MapReport(this IEndpointRouteBuilder api) =>
        api.MapGet("/directory/report", ReportAsync)
            .WithSummary("Lists what is doubtful in the data: numbers, names, people without them; format is json or csv.")
            .Produces<IReadOnlyList<QualityFinding>>()
            .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<IResult> ReportAsync(QualityReport report, CancellationToken cancellationToken, string format = "json")
    {
        if (format is not ("json" or "csv"))
        {
            throw new ProblemException(ApiProblems.FormatUnknown.With(format));
        }

        var findings = await report.MakeAsync(cancellationToken);
        return format == "json"
            ? TypedResults.Ok(findings)
            : TypedResults.Stream(body => QualityCsv.WriteAsync(body, findings), "text/csv; charset=utf-8", "switchbook-report.csv");
    }
}
