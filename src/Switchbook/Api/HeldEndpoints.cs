using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Switchbook.Access.Operators;
using Switchbook.Links;
using Switchbook.Synchronization;

namespace Switchbook.Api;

/// <summary><c>/api/v1/links/{name}/held</c>: the run that a guard holds, and what is decided about it.</summary>
internal static class HeldEndpoints
{
    public static void MapHeld(this IEndpointRouteBuilder api)
    {
        var held = api.MapGroup("/links/{name}/held");
        held.MapGet("", GetAsync)
            .WithSummary("Tells why a run is held and, entry by entry, what it would do.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        held.MapPost("/apply", ApplyAsync)
            .ForPrograms(OperatorRole.Operator)
            .WithSummary("Runs the link now and applies whatever it finds; with wait=true the answer is the run's report.")
            .Produces<RunReport>()
            .Produces(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        held.MapPost("/apply-next", ApplyNextAsync)
            .ForPrograms(OperatorRole.Operator)
            .WithSummary("Lets the next run do what the held one would; what it would do beyond that is judged as ever.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        held.MapDelete("", DiscardAsync)
            .ForPrograms(OperatorRole.Operator)
            .WithSummary("Forgets the held run; the directory stays as it is.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<JsonObject>> GetAsync(string name, LinkStore links, HeldRuns runs, CancellationToken cancellationToken)
    {
        var held = await runs.GetAsync(await links.FindAsync(name, cancellationToken), cancellationToken);
        return TypedResults.Ok(HeldJson.Of(held));
    }

    private static async Task<IResult> ApplyAsync(
        string name, LinkStore links, HeldRuns runs, AskedRun asked, CancellationToken cancellationToken, bool wait = false)
    {
        var link = await links.FindAsync(name, cancellationToken);
        await runs.GetAsync(link, cancellationToken);
        return await asked.AnswerAsync(link, new(Apply: true), wait, cancellationToken);
    }

    private static async Task<NoContent> ApplyNextAsync(string name, LinkStore links, HeldRuns runs, CancellationToken cancellationToken)
    {
        await runs.ApplyNextAsync(await links.FindAsync(name, cancellationToken), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> DiscardAsync(string name, LinkStore links, HeldRuns runs, CancellationToken cancellationToken)
    {
        await runs.DiscardAsync(await links.FindAsync(name, cancellationToken), cancellationToken);
        return TypedResults.NoContent();
    }
}
