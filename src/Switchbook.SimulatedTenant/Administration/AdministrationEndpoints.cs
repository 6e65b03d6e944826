using System.Text.Json.Nodes;

namespace Switchbook.SimulatedTenant.Administration;

/// <summary><c>/_simulation</c>: what the tenant is, what it was asked, and its faults; for tests and people, not for clients of Graph.</summary>
internal sealed class AdministrationEndpoints(Tenant tenant)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/_simulation", (HttpContext _) => Results.Json(Describe()));
        routes.MapGet("/_simulation/faults", (HttpContext _) => Results.Json(DescribeFaults()));
        routes.MapPost("/_simulation/faults", (Delegate)SetFaultAsync);
        routes.MapDelete("/_simulation/faults", (HttpContext _) =>
        {
            tenant.Faults.Clear();
            return Results.NoContent();
        });
        routes.MapDelete("/_simulation/faults/{name}", (HttpContext http) =>
            tenant.Faults.Clear((string)http.Request.RouteValues["name"]!) ? Results.NoContent() : Results.NotFound());
    }

    private JsonObject Describe() => new()
    {
        ["tenantId"] = tenant.Registration.TenantId,
        ["clientId"] = tenant.Registration.ClientId,
        ["clientSecret"] = tenant.Registration.ClientSecret,
        ["people"] = Enumerable.Range(0, tenant.People.Count).Count(tenant.People.IsPresent),
        ["groups"] = new JsonArray([.. tenant.Groups.All.Select(group => new JsonObject
        {
            ["id"] = group.Id,
            ["displayName"] = group.Name,
        })]),
        ["requests"] = new JsonObject(tenant.Requests.Counts.Select(
            count => KeyValuePair.Create(count.Key, (JsonNode?)JsonValue.Create(count.Value)))),
        ["faults"] = new JsonArray([.. tenant.Faults.Active.Select(fault => JsonValue.Create(fault.ToString()))]),
    };

    private JsonObject DescribeFaults() => new()
    {
        ["active"] = new JsonArray([.. tenant.Faults.Active.Select(fault => JsonValue.Create(fault.ToString()))]),
        ["known"] = new JsonArray([.. FaultCatalogue.All.Select(fault => new JsonObject
        {
            ["name"] = fault.Name,
            ["target"] = fault.Target.ToString(),
            ["summary"] = fault.Summary,
            ["expected"] = fault.Expected,
            ["argument"] = fault.Argument,
        })]),
    };

    /// <summary>The body is the fault itself, as text: <c>throttle:5@middle,once</c>.</summary>
    private async Task<IResult> SetFaultAsync(HttpContext http)
    {
        using var body = new StreamReader(http.Request.Body);
        try
        {
            tenant.Faults.Set((await body.ReadToEndAsync(http.RequestAborted)).Trim());
            return Results.NoContent();
        }
        catch (FormatException problem)
        {
            return Results.Text(problem.Message, statusCode: 400);
        }
    }
}
