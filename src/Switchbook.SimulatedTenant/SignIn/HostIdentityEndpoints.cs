using System.Globalization;
using System.Text.Json.Nodes;
using Switchbook.SimulatedTenant.Graph;

namespace Switchbook.SimulatedTenant.SignIn;

/// <summary>
/// What a virtual machine finds at 169.254.169.254: tokens for its managed identity, which here is the application
/// (https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token).
/// </summary>
internal sealed class HostIdentityEndpoints(Tenant tenant)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/metadata/identity/oauth2/token", async http =>
    {
        await AnswerAsync(http);
        tenant.Requests.Add(GraphGate.Describe("host-identity", http));
    });

    private Task AnswerAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var resource = query["resource"].ToString();
        var client = query["client_id"].ToString();
        if (http.Request.Headers["Metadata"] != "true" || resource.Length == 0)
        {
            return RefuseAsync(http, "Required metadata header or query parameter not specified");
        }

        return client.Length == 0 || client.Equals(tenant.Registration.ClientId, StringComparison.OrdinalIgnoreCase)
            ? GrantAsync(http, resource)
            : RefuseAsync(http, "Identity not found");
    }

    private Task GrantAsync(HttpContext http, string resource)
    {
        var lifetime = tenant.Registration.TokenLifetime;
        var now = tenant.Clock.GetUtcNow();
        var seconds = ((long)lifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return GraphGate.WriteJsonAsync(http, new JsonObject
        {
            ["access_token"] = tenant.Tokens.Issue(resource.TrimEnd('/'), tenant.Registration.Roles, lifetime),
            ["client_id"] = tenant.Registration.ClientId,
            ["expires_in"] = seconds,
            ["expires_on"] = (now + lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["ext_expires_in"] = seconds,
            ["not_before"] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["resource"] = resource,
            ["token_type"] = "Bearer",
        });
    }

    private static Task RefuseAsync(HttpContext http, string why)
    {
        http.Response.StatusCode = 400;
        return GraphGate.WriteJsonAsync(http, new JsonObject { ["error"] = "invalid_request", ["error_description"] = why });
    }
}
