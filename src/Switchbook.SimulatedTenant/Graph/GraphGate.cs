using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Switchbook.SimulatedTenant.Graph;

/// <summary>What every request to Graph passes: its token, its headers, its errors and the log.</summary>
internal sealed class GraphGate(Tenant tenant)
{
    public const string ContentType =
        "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

    /// <param name="kind">What the request log calls it.</param>
    /// <param name="cost">Resource units (https://learn.microsoft.com/graph/throttling-limits, "Identity and access").</param>
    /// <param name="answer">What answers it.</param>
    public RequestDelegate Guard(string kind, int cost, Func<GraphRequest, Task> answer) => async http =>
    {
        var ids = SetHeaders(http, cost);
        try
        {
            var (caller, refusal) = tenant.Tokens.Check(
                http.Request.Headers.Authorization, $"{http.Request.Scheme}://{http.Request.Host}");
            if (caller is null)
            {
                throw GraphRefusal.InvalidToken(refusal!);
            }

            await answer(new GraphRequest(http, caller, GraphQuery.Parse(http.Request)));
        }
        catch (GraphRefusal refusal) when (!http.Response.HasStarted)
        {
            await WriteAsync(http, refusal, ids);
        }
        finally
        {
            tenant.Requests.Add(Describe(kind, http));
        }
    };

    /// <summary>Writes one JSON document.</summary>
    public static async Task WriteJsonAsync(HttpContext http, JsonNode json)
    {
        http.Response.ContentType = ContentType;
        await http.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(json, GraphJson.Options), http.RequestAborted);
    }

    public static SimulatedRequest Describe(string kind, HttpContext http) => new(
        kind,
        http.Request.Method,
        http.Request.Path + http.Request.QueryString,
        http.Request.Headers.Where(header => header.Key != "Authorization")
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        http.Response.StatusCode);

    private static (string Request, string Client) SetHeaders(HttpContext http, int cost)
    {
        var requestId = Guid.NewGuid().ToString();
        var clientId = http.Request.Headers["client-request-id"].ToString() is { Length: > 0 } given ? given : requestId;
        var headers = http.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.StrictTransportSecurity = "max-age=31536000";
        headers.Vary = "Accept-Encoding";
        headers["request-id"] = requestId;
        headers["client-request-id"] = clientId;
        headers["OData-Version"] = "4.0";
        headers["x-ms-ags-diagnostic"] =
            """{"ServerInfo":{"DataCenter":"Simulated","Slice":"E","Ring":"0","ScaleUnit":"000","RoleInstance":"SIM00000001"}}""";
        headers["x-ms-resource-unit"] = Cost(http, cost).ToString(CultureInfo.InvariantCulture);
        return (requestId, clientId);
    }

    /// <summary>Selecting saves a unit, and so does a page of fewer than twenty; nothing costs less than one.</summary>
    private static int Cost(HttpContext http, int cost)
    {
        var query = http.Request.Query;
        var saved = (query.ContainsKey("$select") ? 1 : 0)
            + (int.TryParse(query["$top"], CultureInfo.InvariantCulture, out var top) && top < 20 ? 1 : 0);
        return Math.Max(1, cost - saved);
    }

    private async Task WriteAsync(HttpContext http, GraphRefusal refusal, (string Request, string Client) ids)
    {
        http.Response.StatusCode = refusal.Status;
        if (refusal.RetryAfter is { } seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (refusal.Location is { } location)
        {
            http.Response.Headers.Location = location;
        }

        if (refusal.Status == 401)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer realm=\"\", authorization_uri="
                + "\"https://login.microsoftonline.com/common/oauth2/authorize\", client_id=\"00000003-0000-0000-c000-000000000000\"";
        }

        http.Response.ContentType = "application/json";
        var error = new JsonObject
        {
            ["error"] = new JsonObject
            {
                ["code"] = refusal.Code,
                ["message"] = refusal.Message,
                ["innerError"] = new JsonObject
                {
                    ["date"] = tenant.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
                    ["request-id"] = ids.Request,
                    ["client-request-id"] = ids.Client,
                },
            },
        };
        await http.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(error, GraphJson.Options), http.RequestAborted);
    }
}
