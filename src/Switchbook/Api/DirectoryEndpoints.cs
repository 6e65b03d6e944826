using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Switchbook.Access.Operators;
using Switchbook.PhoneDirectory;
using Switchbook.Problems;
using Switchbook.Synchronization;

namespace Switchbook.Api;

/// <summary><c>/api/v1/directory</c>: the system directory and its manual entries.</summary>
internal static class DirectoryEndpoints
{
    private const string TotalHeader = "X-Total-Count";

    public static void MapDirectory(this IEndpointRouteBuilder api)
    {
        api.MapGet("/directory", List)
            .WithSummary("Lists the directory, sorted by name, then number; with q, the entries that match it, best first.");
        api.MapGet("/directory/lookup", Lookup)
            .WithSummary("Finds who has a number, however it is written; best match first.");
        api.MapGet("/directory/conflicts", Conflicts)
            .WithSummary("Lists numbers and names that different people share; all of them stand.");
        api.MapGet("/directory/hidden", HiddenAsync)
            .WithSummary("Lists what links give of people who stand through a link of higher precedence.");
        api.MapPost("/directory", AddAsync)
            .ForPrograms(OperatorRole.Operator)
            .WithSummary("Adds a manual entry.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapDelete("/directory/{id}", RemoveAsync)
            .ForPrograms(OperatorRole.Operator)
            .WithSummary("Removes a manual entry.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static Ok<IEnumerable<EntryJson>> List(
        CurrentDirectory directory, HttpContext context, string? q = null, int? limit = null, int offset = 0)
    {
        Check("limit", limit ?? 1, 1);
        Check("offset", offset, 0);
        var snapshot = directory.Snapshot;
        if (!string.IsNullOrWhiteSpace(q))
        {
            var most = (int)Math.Min(int.MaxValue, (long)offset + (limit ?? snapshot.EntryCount));
            return TypedResults.Ok(snapshot.Search(q.Trim(), most).Skip(offset).Select(EntryJson.Of));
        }

        context.Response.Headers[TotalHeader] = snapshot.EntryCount.ToString(CultureInfo.InvariantCulture);
        var count = Math.Clamp(snapshot.EntryCount - offset, 0, limit ?? int.MaxValue);
        return TypedResults.Ok(Enumerable.Range(offset, count).Select(ordinal => EntryJson.Of(snapshot[ordinal])));
    }

    private static Ok<IEnumerable<EntryJson>> Lookup(CurrentDirectory directory, string? number = null, string? region = null, int limit = 10)
    {
        Check("limit", limit, 1);
        return string.IsNullOrWhiteSpace(number)
            ? throw new ProblemException(ApiProblems.NumberMissing.With())
            : TypedResults.Ok(directory.Snapshot.Lookup(number, region, limit).Select(EntryJson.Of));
    }

    private static Ok<IEnumerable<ConflictJson>> Conflicts(CurrentDirectory directory) =>
        TypedResults.Ok(DirectoryConflicts.Find(directory.Snapshot).Select(ConflictJson.Of));

    private static async Task<Ok<IReadOnlyList<HiddenEntry>>> HiddenAsync(DirectoryLoader loader, CancellationToken cancellationToken) =>
        TypedResults.Ok(await loader.HiddenAsync(cancellationToken));

    private static async Task<Created<EntryJson>> AddAsync(
        EntryDraft draft, ManualEntries entries, DirectoryRefresh refresh, CancellationToken cancellationToken)
    {
        var (name, number) = (draft.Name?.Trim() ?? "", draft.Number?.Trim() ?? "");
        var id = await entries.AddAsync(name, number, cancellationToken);
        await refresh.RefreshAsync(cancellationToken);
        return TypedResults.Created(
            $"/api/v1/directory/{id}",
            new EntryJson(id, name, number, DirectorySource.Manual, null, ManualEntries.Kind));
    }

    private static async Task<NoContent> RemoveAsync(
        string id, ManualEntries entries, CurrentDirectory directory, DirectoryRefresh refresh, CancellationToken cancellationToken)
    {
        try
        {
            await entries.RemoveAsync(id, cancellationToken);
        }
        catch (ProblemException) when (Linked(directory.Snapshot, id) is { } entry)
        {
            throw new ProblemException(ManualEntryProblems.NotManual.With(entry.Name, entry.Source));
        }

        await refresh.RefreshAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static DirectoryEntry? Linked(DirectorySnapshot snapshot, string id) => Enumerable.Range(0, snapshot.EntryCount)
        .Select(ordinal => snapshot[ordinal])
        .FirstOrDefault(entry => entry.Id == id && entry.Source != DirectorySource.Manual);

    private static void Check(string name, int value, int least)
    {
        if (value < least)
        {
            throw new ProblemException(ApiProblems.OutOfRange.With(name, least));
        }
    }
}
