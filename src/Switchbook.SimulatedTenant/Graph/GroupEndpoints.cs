using Switchbook.SimulatedTenant.Filtering;
using Switchbook.SimulatedTenant.Membership;

namespace Switchbook.SimulatedTenant.Graph;

/// <summary><c>/v1.0/groups</c> and the members of groups.</summary>
internal sealed class GroupEndpoints(Tenant tenant, GraphGate gate, Paging paging)
{
    private static readonly string[] MayReadGroups =
        ["GroupMember.Read.All", "Group.Read.All", "Directory.Read.All"];

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1.0/groups", gate.Guard("groups", cost: 1, ListAsync));
        routes.MapGet("/v1.0/groups/{id}", gate.Guard("group", cost: 1, ShowAsync));
        foreach (var (segment, cost, isTransitive) in new[] { ("members", 3, false), ("transitiveMembers", 5, true) })
        {
            routes.MapGet(
                $"/v1.0/groups/{{id}}/{segment}",
                gate.Guard(segment, cost, request => ListMembersAsync(request, isTransitive, cast: null)));
            routes.MapGet(
                $"/v1.0/groups/{{id}}/{segment}/microsoft.graph.user",
                gate.Guard(segment, cost, request => ListMembersAsync(request, isTransitive, MemberKind.User)));
            routes.MapGet(
                $"/v1.0/groups/{{id}}/{segment}/microsoft.graph.group",
                gate.Guard(segment, cost, request => ListMembersAsync(request, isTransitive, MemberKind.Group)));
        }
    }

    private Task ListAsync(GraphRequest request)
    {
        request.Require(MayReadGroups);
        var query = request.Query;
        var filter = query.Filter is { } text ? FilterParser.Parse(text, GroupScope.Instance) : null;
        if (filter?.AdvancedReason is { } reason && !query.IsAdvanced)
        {
            throw GraphRefusal.NeedsAdvancedQuery(reason);
        }

        var search = query.Search is { } words ? GroupSearch.Parse(words, query.IsEventual) : null;
        var listing = new GroupListing(tenant.Groups, query.Select, filter, search);
        return paging.AnswerAsync(request, listing, "groups" + GroupListing.Context(query.Select));
    }

    private async Task ShowAsync(GraphRequest request)
    {
        request.Require(MayReadGroups);
        var json = GroupListing.ToJson(Find(request.RouteId), request.Query.Select);
        json.Insert(0, "@odata.context", $"{request.Root}/$metadata#groups{GroupListing.Context(request.Query.Select)}/$entity");
        await GraphGate.WriteJsonAsync(request.Http, json);
    }

    private Task ListMembersAsync(GraphRequest request, bool isTransitive, MemberKind? cast)
    {
        request.Require(MayReadGroups);
        var query = request.Query;
        var filter = UserEndpoints.ParseFilter(query);

        // A cast with any other parameter is an advanced query (aad-advanced-queries, "Use of OData cast").
        if (cast is not null && !query.IsAdvanced && query.HasFilterOrOther)
        {
            throw GraphRefusal.NeedsAdvancedQuery("OData cast with other query parameters");
        }

        var group = Find(request.RouteId);
        var selection = PersonSelection.Parse(query.Select);
        var members = isTransitive ? tenant.Groups.Transitive(group) : TenantGroups.Direct(group);
        var listing = new MemberListing(tenant, members, selection)
        {
            Cast = cast,
            Filter = filter,
            IsLimited = !request.Caller.HasAny("User.Read.All", "Directory.Read.All"),
        };
        return paging.AnswerAsync(request, listing, Collection(cast) + selection.Context);
    }

    private static string Collection(MemberKind? cast) => cast switch
    {
        MemberKind.User => "users",
        MemberKind.Group => "groups",
        _ => "directoryObjects",
    };

    private Group Find(string id) =>
        tenant.Faults.Take(FaultNames.GroupGone) is null && tenant.Groups.Find(id) is { } group
            ? group
            : throw GraphRefusal.NotFound(id);
}
