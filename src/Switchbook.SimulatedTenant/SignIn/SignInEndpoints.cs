using System.Text;
using System.Text.Json.Nodes;
using Switchbook.SimulatedTenant.Graph;

namespace Switchbook.SimulatedTenant.SignIn;

/// <summary>The sign-in service: tokens for an application, and OpenID discovery.</summary>
internal sealed class SignInEndpoints(Tenant tenant)
{
    private readonly TokenRequestCheck _check = new(tenant);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/{tenant}/oauth2/v2.0/token", http => LogAsync("token", http, AnswerTokenAsync));
        routes.MapGet("/{tenant}/v2.0/.well-known/openid-configuration", http => LogAsync("discovery", http, AnswerDiscoveryAsync));
        routes.MapGet("/{tenant}/.well-known/openid-configuration", http => LogAsync("discovery", http, AnswerDiscoveryAsync));
        routes.MapGet("/{tenant}/discovery/v2.0/keys", http => LogAsync("keys", http, AnswerKeysAsync));
    }

    private static string Root(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}";

    private static string NameOf(HttpContext http) => (string)http.Request.RouteValues["tenant"]!;

    private async Task LogAsync(string kind, HttpContext http, Func<HttpContext, Task> answer)
    {
        http.Response.Headers.CacheControl = "no-store, no-cache";
        http.Response.Headers.Pragma = "no-cache";
        http.Response.Headers["x-ms-request-id"] = Guid.NewGuid().ToString();
        await answer(http);
        tenant.Requests.Add(GraphGate.Describe(kind, http));
    }

    private async Task AnswerTokenAsync(HttpContext http)
    {
        var faults = tenant.Faults;
        if (faults.Take(FaultNames.TokenGarbage) is not null)
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.Body.WriteAsync(
                Encoding.UTF8.GetBytes("<!DOCTYPE html><html><body><h1>Guest network: please sign in</h1></body></html>"),
                http.RequestAborted);
            return;
        }

        if (faults.Take(FaultNames.TokenThrottle) is { } throttle)
        {
            http.Response.Headers.RetryAfter = throttle.Number(1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            await RefuseAsync(http, SignInError.Throttled());
            return;
        }

        if (faults.Take(FaultNames.TokenUnavailable) is not null)
        {
            await RefuseAsync(http, SignInError.Unavailable());
            return;
        }

        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        if (_check.Refuse(NameOf(http), form, Root(http)) is { } error)
        {
            await RefuseAsync(http, error);
            return;
        }

        await GrantAsync(http, form["scope"].ToString());
    }

    private async Task GrantAsync(HttpContext http, string scope)
    {
        var missing = tenant.Faults.Take(FaultNames.MissingConsent);
        var roles = tenant.Registration.Roles
            .Where(role => missing is null
                || (missing.Argument is { } one && !role.Equals(one, StringComparison.OrdinalIgnoreCase)));
        var lifetime = tenant.Faults.Take(FaultNames.ShortToken) is { } shortToken
            ? TimeSpan.FromSeconds(shortToken.Number(1))
            : tenant.Registration.TokenLifetime;
        var seconds = (int)lifetime.TotalSeconds;
        await GraphGate.WriteJsonAsync(http, new JsonObject
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = seconds,
            ["ext_expires_in"] = seconds,
            ["access_token"] = tenant.Tokens.Issue(TokenRequestCheck.ResourceOf(scope), roles, lifetime),
        });
    }

    private async Task RefuseAsync(HttpContext http, SignInError error)
    {
        http.Response.StatusCode = error.Status;
        var correlation = http.Request.Headers["client-request-id"].ToString();
        var json = error.ToJson(
            tenant.Clock.GetUtcNow(), Guid.TryParse(correlation, out var id) ? id.ToString() : Guid.NewGuid().ToString());
        await GraphGate.WriteJsonAsync(http, json);
    }

    private async Task AnswerDiscoveryAsync(HttpContext http)
    {
        if (_check.RefuseTenant(NameOf(http)) is { } error)
        {
            await RefuseAsync(http, error);
            return;
        }

        var root = $"{Root(http)}/{tenant.Registration.TenantId}";
        await GraphGate.WriteJsonAsync(http, new JsonObject
        {
            ["token_endpoint"] = $"{root}/oauth2/v2.0/token",
            ["token_endpoint_auth_methods_supported"] =
                new JsonArray("client_secret_post", "private_key_jwt", "client_secret_basic"),
            ["jwks_uri"] = $"{root}/discovery/v2.0/keys",
            ["response_modes_supported"] = new JsonArray("query", "fragment", "form_post"),
            ["subject_types_supported"] = new JsonArray("pairwise"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["response_types_supported"] = new JsonArray("code", "id_token", "code id_token", "id_token token"),
            ["scopes_supported"] = new JsonArray("openid", "profile", "email", "offline_access"),
            ["issuer"] = $"{root}/v2.0",
            ["authorization_endpoint"] = $"{root}/oauth2/v2.0/authorize",
            ["device_authorization_endpoint"] = $"{root}/oauth2/v2.0/devicecode",
            ["end_session_endpoint"] = $"{root}/oauth2/v2.0/logout",
            ["claims_supported"] = new JsonArray("sub", "iss", "aud", "exp", "iat", "tid", "ver"),
            ["tenant_region_scope"] = "EU",
            ["cloud_instance_name"] = http.Request.Host.Value,
            ["msgraph_host"] = http.Request.Host.Value,
        });
    }

    private static Task AnswerKeysAsync(HttpContext http) => GraphGate.WriteJsonAsync(http, AccessTokens.PublicKeys());
}
