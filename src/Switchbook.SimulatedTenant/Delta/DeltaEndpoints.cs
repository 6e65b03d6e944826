using Switchbook.SimulatedTenant.Graph;

namespace Switchbook.SimulatedTenant.Delta;

/// <summary><c>/v1.0/users/delta</c> and <c>/v1.0/groups/delta</c> (https://learn.microsoft.com/graph/delta-query-overview).</summary>
internal sealed class DeltaEndpoints(Tenant tenant, GraphGate gate, Paging paging)
{
    /// <summary>The groups, or parts of large ones, on a page.</summary>
    private const int GroupsOnPage = 4;

    private readonly DeltaTokens _tokens = new(tenant.Clock, tenant.Options.DeltaTokenLifetime);

    public void Map(IEndpointRouteBuilder routes)
    {
        // The SDKs spell the function with its brackets or with its namespace.
        foreach (var name in new[] { "delta", "delta()", "microsoft.graph.delta()", "microsoft.graph.delta" })
        {
            routes.MapGet($"/v1.0/users/{name}", gate.Guard("users/delta", cost: 1, AnswerUsersAsync));
            routes.MapGet($"/v1.0/groups/{name}", gate.Guard("groups/delta", cost: 1, AnswerGroupsAsync));
        }
    }

    private Task AnswerUsersAsync(GraphRequest request)
    {
        request.Require("User.Read.All", "Directory.Read.All");
        var isMinimal = request.Http.Request.Headers["Prefer"].ToString().Contains("return=minimal", StringComparison.OrdinalIgnoreCase);
        if (isMinimal)
        {
            request.Http.Response.Headers["Preference-Applied"] = "return=minimal";
        }

        var state = StateOf(request, "users", tenant.People.Version);
        return AnswerAsync(
            request, state, new UserChanges(tenant.People, state) { IsMinimal = isMinimal }, tenant.Options.DeltaPageSize);
    }

    private Task AnswerGroupsAsync(GraphRequest request)
    {
        request.Require("GroupMember.Read.All", "Group.Read.All", "Directory.Read.All");
        var state = StateOf(request, "groups", tenant.Groups.Version);
        return AnswerAsync(request, state, new GroupChanges(tenant, state), GroupsOnPage);
    }

    /// <summary>Where the client stands, by its token or, without one, at the beginning.</summary>
    private DeltaState StateOf(GraphRequest request, string collection, int version)
    {
        var query = request.Query;
        if (query is { SkipToken: not null, DeltaToken: not null })
        {
            throw GraphRefusal.BadRequest("Both skiptoken and deltatoken can't be in the same request.");
        }

        if (query.SkipToken is { } skip)
        {
            return _tokens.Read(skip, collection) is { IsNextPage: true } next ? next : throw GraphRefusal.BadRequest("Badly formed token.");
        }

        if (query.DeltaToken is { Length: > 0 } token && token != "latest")
        {
            var state = _tokens.Read(token, collection);
            StrikeOldToken(request, collection, state);
            return state with { IsFirstRound = false, IsNextPage = false, To = version };
        }

        if (query.Top is not null || query.OrderBy is not null || query.Search is not null)
        {
            throw GraphRefusal.Unsupported("The query parameters '$top', '$orderby' and '$search' are not supported for delta queries.");
        }

        var isFromNow = query.DeltaToken == "latest";
        return new DeltaState
        {
            Collection = collection,
            IsFirstRound = !isFromNow,
            From = isFromNow ? version : 0,
            To = version,
            Select = query.Select,
            Ids = DeltaFilter.Parse(query.Filter),
        };
    }

    private void StrikeOldToken(GraphRequest request, string collection, DeltaState state)
    {
        if (tenant.Faults.Take(FaultNames.Gone) is not null)
        {
            var select = state.Select.Count > 0 ? $"&$select={string.Join(',', state.Select)}" : "";
            throw new GraphRefusal(410, "resyncRequired", "Resync required. Replace any local items with the server's version.")
            {
                Location = $"{request.Root}/{collection}/delta?$deltatoken={select}",
            };
        }

        if (tenant.Faults.Take(FaultNames.SyncStateNotFound) is { } fault)
        {
            throw DeltaTokens.TooOld(fault.Number(400));
        }
    }

    private async Task AnswerAsync(GraphRequest request, DeltaState state, IListing listing, int top)
    {
        var (places, next) = Page.Cut(listing, state.Position, top);
        var pages = next is null ? state.Page : paging.PagesOf(listing, top);
        if (await paging.Faults.StrikeAsync(request.Http, state.Page, pages))
        {
            return;
        }

        // The service promises no more than "at least once": each page repeats the last object of the page before.
        if (state is { IsNextPage: true, Position: > 0, Collection: "users" } && listing.Includes(state.Position - 1))
        {
            places.Insert(0, state.Position - 1);
        }

        var effects = paging.Faults.Effects(state.Page, pages);
        var page = new Page(state.Collection + GroupListing.Context(state.Select), places)
        {
            NextLink = next is { } position ? NextLink(request, state with { Position = position, Page = state.Page + 1 }) : null,
            DeltaLink = next is null ? DeltaLink(request, state) : null,
        };
        await paging.WriteAsync(request, listing, Paging.Change(request, page, effects, NextLink(request, state)), effects);
    }

    private string NextLink(GraphRequest request, DeltaState state) =>
        $"{request.Root}/{state.Collection}/delta?$skiptoken={_tokens.Make(state with { IsNextPage = true })}";

    private string DeltaLink(GraphRequest request, DeltaState state)
    {
        var token = _tokens.Make(state with { IsNextPage = false, From = state.To, Position = 0, Page = 1 });
        return $"{request.Root}/{state.Collection}/delta?$deltatoken={token}";
    }
}
