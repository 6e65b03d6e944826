namespace Switchbook.SimulatedTenant.Graph;

/// <summary>
/// <c>/v1.0/admin/teams/userConfigurations</c>: the numbers that Teams has assigned
/// (https://learn.microsoft.com/graph/api/teamsadministration-teamsadminroot-list-userconfigurations).
/// </summary>
internal sealed class TeamsEndpoints(Tenant tenant, GraphGate gate, Paging paging)
{
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1.0/admin/teams/userConfigurations", gate.Guard("userConfigurations", cost: 1, ListAsync));

    private Task ListAsync(GraphRequest request)
    {
        request.Require("TeamsUserConfiguration.Read.All");
        if (request.Query.Filter is not null || request.Query.OrderBy is not null)
        {
            throw GraphRefusal.BadRequest("The simulated tenant does not filter or sort user configurations.");
        }

        var listing = new TeamsListing(tenant, request.Query.Select);
        return paging.AnswerAsync(request, listing, "admin/teams/userConfigurations" + GroupListing.Context(request.Query.Select));
    }
}
