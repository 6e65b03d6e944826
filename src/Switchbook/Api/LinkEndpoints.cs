using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Switchbook.Access.Operators;
using Switchbook.ChangeNotifications;
using Switchbook.Links;
using Switchbook.Synchronization;
using Switchbook.Tracing;

namespace Switchbook.Api;

/// <summary><c>/api/v1/links</c>: how links stand, their runs, and a run now.</summary>
internal static class LinkEndpoints
{
    private const int MostRuns = 1000;

    public static void MapLinks(this IEndpointRouteBuilder api)
    {
        api.MapGet("/links", ListAsync).WithSummary("Lists the links, how they stand and their last runs; never a secret.");
        api.MapGet("/links/{name}/runs", RunsAsync)
            .WithSummary("Lists the ended runs of a link, newest first.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/links/{name}/skipped", SkippedAsync)
            .WithSummary("Lists whom the last good run read and who gives no entry, with the reason.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/links/{name}/trace", TraceAsync)
            .WithSummary("Tells step by step why a person (object ID, user principal name, mail address or name) is in the directory, or is not.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPut("/link-order", OrderAsync)
            .ForPrograms(OperatorRole.Administrator)
            .WithSummary("Gives the named links precedence, in this order; the others follow in the order that they have.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/links/{name}/sync", SyncAsync)
            .ForPrograms(OperatorRole.Operator)
            .WithSummary("Runs a link now; with wait=true the answer is the run's report, with full=true everyone is read.")
            .Produces<RunReport>()
            .Produces(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        api.MapPost("/links/{name}/cancel", CancelAsync)
            .ForPrograms(OperatorRole.Operator)
            .WithSummary("Ends the run of a link that is under way, also while it waits; the directory stays as it is.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<List<LinkJson>>> ListAsync(
        LinkStore links, DirectoryStore store, HeldRuns held, SubscriptionStore subscriptions, RunMonitor monitor, TimeProvider time, CancellationToken cancellationToken)
    {
        var arranged = await subscriptions.ListAsync(cancellationToken);
        var answer = new List<LinkJson>();
        foreach (var link in await links.ListAsync(cancellationToken))
        {
            var last = await store.RunsOfAsync(link.Id, 1, cancellationToken);
            var json = LinkJson.Of(link, monitor.Running(link.Id), last is [var run] ? StoredRunJson.Of(run) : null, time.GetUtcNow());
            answer.Add(json with
            {
                NextRun = monitor.Next(link.Id),
                HeldSince = await held.SinceAsync(link.Id, cancellationToken),
                Notifications = SubscriptionState.Of(link, arranged.GetValueOrDefault(link.Id)),
            });
        }

        return TypedResults.Ok(answer);
    }

    private static async Task<Ok<JsonObject[]>> RunsAsync(
        string name, LinkStore links, DirectoryStore store, CancellationToken cancellationToken, int limit = 50)
    {
        var link = await links.FindAsync(name, cancellationToken);
        var runs = await store.RunsOfAsync(link.Id, Math.Clamp(limit, 1, MostRuns), cancellationToken);
        return TypedResults.Ok(runs.Select(StoredRunJson.Of).ToArray());
    }

    private static async Task<Ok<IReadOnlyList<SkippedPerson>>> SkippedAsync(
        string name, LinkStore links, DirectoryStore store, CancellationToken cancellationToken) =>
        TypedResults.Ok(await store.SkippedAsync((await links.FindAsync(name, cancellationToken)).Id, cancellationToken));

    private static async Task<Ok<PersonTrace>> TraceAsync(
        string name, string person, LinkStore links, LinkTrace trace, CancellationToken cancellationToken) =>
        TypedResults.Ok(await trace.TraceAsync(await links.FindAsync(name, cancellationToken), person, cancellationToken));

    private static async Task<NoContent> OrderAsync(
        string[] names, LinkStore links, DirectoryRefresh refresh, CancellationToken cancellationToken)
    {
        await links.OrderAsync(names, cancellationToken);
        await refresh.RefreshAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> SyncAsync(
        string name, LinkStore links, AskedRun asked, CancellationToken cancellationToken, bool wait = false, bool full = false) =>
        await asked.AnswerAsync(await links.FindAsync(name, cancellationToken), new(Full: full), wait, cancellationToken);

    private static async Task<NoContent> CancelAsync(string name, LinkStore links, RunMonitor monitor, CancellationToken cancellationToken)
    {
        monitor.Cancel((await links.FindAsync(name, cancellationToken)).Id);
        return TypedResults.NoContent();
    }
}
