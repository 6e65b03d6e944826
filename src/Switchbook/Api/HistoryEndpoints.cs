using Microsoft.AspNetCore.Http.HttpResults;
using Switchbook.Access.Operators;
using Switchbook.Exports;
using Switchbook.History;
using Switchbook.Problems;
using Switchbook.Synchronization;

namespace Switchbook.Api;

/// <summary><c>/api/v1/history</c>: the directory's versions, and which of them is served.</summary>
internal static class HistoryEndpoints
{
    private const int MostVersions = 1000;

    public static void MapHistory(this IEndpointRouteBuilder api)
    {
        api.MapGet("/history", ListAsync).WithSummary("Lists the versions of the directory, newest first; with before, older ones than that.");
        api.MapGet("/history/diff", DiffAsync)
            .WithSummary("Lists what phones see differ between two versions, entry by entry; format is json or csv.")
            .Produces<IReadOnlyList<DirectoryChange>>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/history/who", WhoAsync)
            .WithSummary("Tells whose number it was on a day or at a time; the latest first.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPut("/history/pin", PinAsync)
            .ForPrograms(OperatorRole.Operator)
            .WithSummary("Rolls the directory back: serves a version until it is released; runs go on meanwhile.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapDelete("/history/pin", ReleaseAsync)
            .ForPrograms(OperatorRole.Operator)
            .WithSummary("Serves the latest version again.")
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<HistoryJson>> ListAsync(
        DirectoryHistory history, CancellationToken cancellationToken, int limit = 50, long? before = null) =>
        TypedResults.Ok(new HistoryJson(
            await history.PinnedAsync(cancellationToken),
            await history.ListAsync(Math.Clamp(limit, 1, MostVersions), before, cancellationToken)));

    private static async Task<IResult> DiffAsync(
        long from, long to, DirectoryHistory history, CancellationToken cancellationToken, string format = "json")
    {
        if (format is not ("json" or "csv"))
        {
            throw new ProblemException(ApiProblems.FormatUnknown.With(format));
        }

        var changes = await history.DiffAsync(from, to, cancellationToken);
        return format == "json"
            ? TypedResults.Ok(changes)
            : TypedResults.Stream(body => WriteCsvAsync(body, changes), "text/csv; charset=utf-8", $"switchbook-changes-{from}-{to}.csv");
    }

    private static async Task WriteCsvAsync(Stream body, IReadOnlyList<DirectoryChange> changes)
    {
        await using var lines = new StreamWriter(body, leaveOpen: true);
        await lines.WriteAsync(CsvText.Line("change", "name", "number", "nameBefore", "numberBefore", "source", "person"));
        foreach (var change in changes)
        {
            await lines.WriteAsync(CsvText.Line(
                RunJson.Name(change.Kind), change.Name, change.Number, change.Before?.Name ?? "", change.Before?.Number ?? "", change.Source, change.Person));
        }
    }

    private static async Task<Ok<IReadOnlyList<NumberOwner>>> WhoAsync(
        string on, DirectoryHistory history, TimeProvider time, CancellationToken cancellationToken, string? number = null) =>
        string.IsNullOrWhiteSpace(number)
            ? throw new ProblemException(ApiProblems.NumberMissing.With())
            : TypedResults.Ok(await history.WhoAsync(number, AskedTime.Read(on, time), cancellationToken));

    private static async Task<NoContent> PinAsync(
        PinDraft draft, DirectoryHistory history, DirectoryRefresh refresh, CancellationToken cancellationToken)
    {
        await history.RollBackAsync(draft.Version, cancellationToken);
        await refresh.RefreshAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ReleaseAsync(
        DirectoryHistory history, DirectoryRefresh refresh, CancellationToken cancellationToken)
    {
        await history.ReleaseAsync(cancellationToken);
        await refresh.RefreshAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
