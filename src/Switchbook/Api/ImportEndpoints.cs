using Microsoft.AspNetCore.Mvc;
using Switchbook.Access.Operators;
using Switchbook.EntryImports;
using Switchbook.Synchronization;

namespace Switchbook.Api;

/// <summary><c>/api/v1/directory/import</c>: manual entries from CSV.</summary>
internal static class ImportEndpoints
{
    /// <summary>Some hundred thousand lines.</summary>
    private const int LargestFile = 16 * 1024 * 1024;

    public static void MapImport(this IEndpointRouteBuilder api) =>
        api.MapPost("/directory/import", ImportAsync)
            .ForPrograms(OperatorRole.Operator)
            .WithSummary("Adds manual entries from CSV: all lines or none, unless skipWrong; with dryRun it only tells what would come of it.")
            .WithMetadata(new RequestSizeLimitAttribute(LargestFile))
            .Produces(StatusCodes.Status400BadRequest);

    private static async Task<IResult> ImportAsync(
        HttpRequest request, EntryImport import, DirectoryRefresh refresh, CancellationToken cancellationToken, bool dryRun = false, bool skipWrong = false)
    {
        using var file = new MemoryStream();
        await request.Body.CopyToAsync(file, cancellationToken);
        if (dryRun)
        {
            return TypedResults.Ok(ImportText.Json(await import.PreviewAsync(file.ToArray(), cancellationToken)));
        }

        var report = await import.ApplyAsync(file.ToArray(), skipWrong, cancellationToken);
        await refresh.RefreshAsync(cancellationToken);
        return report.IsApplied ? TypedResults.Ok(ImportText.Json(report)) : TypedResults.BadRequest(ImportText.Json(report));
    }
}
