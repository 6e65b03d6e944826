using System.Text.Json.Nodes;
using Switchbook.SimulatedTenant.SignIn;

namespace Switchbook.SimulatedTenant.Graph;

/// <summary><c>/v1.0/organization</c> and <c>/v1.0/applications</c>: the tenant itself and the application that reads it.</summary>
internal sealed class TenantEndpoints(Tenant tenant, GraphGate gate)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1.0/organization", gate.Guard("organization", cost: 1, ShowOrganizationAsync));
        routes.MapGet("/v1.0/applications", gate.Guard("applications", cost: 1, ListApplicationsAsync));
        routes.MapGet("/v1.0/{**rest}", gate.Guard("unknown", cost: 1, request => throw GraphRefusal.UnknownSegment(
            request.Http.Request.Path.Value!.Split('/').Last())));
    }

    private async Task ShowOrganizationAsync(GraphRequest request)
    {
        request.Require("User.Read.All", "Organization.Read.All", "Directory.Read.All");
        var organization = Select(request.Query.Select, new JsonObject
        {
            ["id"] = tenant.Registration.TenantId,
            ["displayName"] = "Contoso (simulated)",
            ["countryLetterCode"] = "GB",
            ["preferredLanguage"] = "en",
            ["tenantType"] = "AAD",
            ["verifiedDomains"] = new JsonArray(new JsonObject
            {
                ["capabilities"] = "Email, OfficeCommunicationsOnline",
                ["isDefault"] = true,
                ["isInitial"] = true,
                ["name"] = Registration.Domain,
                ["type"] = "Managed",
            }),
        });
        await GraphGate.WriteJsonAsync(request.Http, Collection(request, "organization", organization));
    }

    private async Task ListApplicationsAsync(GraphRequest request)
    {
        request.Require("Application.Read.All", "Directory.Read.All");
        var registration = tenant.Registration;
        if (request.Query.Filter is { } filter && !filter.Contains(registration.ClientId, StringComparison.OrdinalIgnoreCase))
        {
            await GraphGate.WriteJsonAsync(request.Http, Collection(request, "applications"));
            return;
        }

        var application = Select(request.Query.Select, new JsonObject
        {
            ["id"] = registration.ApplicationObjectId,
            ["appId"] = registration.ClientId,
            ["displayName"] = "Switchbook",
            ["passwordCredentials"] = new JsonArray([.. registration.Secrets.Select(secret => new JsonObject
            {
                ["customKeyIdentifier"] = null,
                ["displayName"] = "Simulated secret",
                ["endDateTime"] = secret.Ends.UtcDateTime,
                ["hint"] = secret.Value[..3],
                ["keyId"] = secret.KeyId,
                ["secretText"] = null,
                ["startDateTime"] = secret.Starts.UtcDateTime,
            })]),
            ["keyCredentials"] = new JsonArray([.. registration.Certificates.Select(certificate => new JsonObject
            {
                ["customKeyIdentifier"] = Convert.ToHexString(certificate.GetCertHash()),
                ["displayName"] = certificate.Subject,
                ["endDateTime"] = certificate.NotAfter.ToUniversalTime(),
                ["key"] = null,
                ["keyId"] = new Guid(certificate.GetCertHash().AsSpan(0, 16)).ToString(),
                ["startDateTime"] = certificate.NotBefore.ToUniversalTime(),
                ["type"] = "AsymmetricX509Cert",
                ["usage"] = "Verify",
            })]),
        });
        await GraphGate.WriteJsonAsync(request.Http, Collection(request, "applications", application));
    }

    private static JsonObject Select(IReadOnlyList<string> select, JsonObject json)
    {
        foreach (var name in json.Select(member => member.Key).ToArray())
        {
            if (select.Count > 0 && !select.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                json.Remove(name);
            }
        }

        return json;
    }

    private static JsonObject Collection(GraphRequest request, string name, params JsonNode[] values) => new()
    {
        ["@odata.context"] = $"{request.Root}/$metadata#{name}{GroupListing.Context(request.Query.Select)}",
        ["value"] = new JsonArray(values),
    };
}
