using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Switchbook.Graph;

namespace Switchbook.Tests.Graph;

/// <summary>Answers as a test wishes, over real HTTP: for what the simulated tenant never does.</summary>
internal sealed class MicrosoftStandIn : IAsyncDisposable
{
    public const string Tenant = "11111111-2222-3333-4444-555555555555";

    private readonly WebApplication _application;

    private MicrosoftStandIn(WebApplication application) => _application = application;

    /// <summary>What answers Graph's addresses.</summary>
    public RequestDelegate Graph { get; set; } = context => JsonAsync(context, """{"value":[]}""");

    /// <summary>What answers the token address; null for a token with <see cref="Roles"/>.</summary>
    public RequestDelegate? Token { get; set; }

    public string[] Roles { get; set; } = ["User.Read.All", "GroupMember.Read.All"];

    /// <summary>Path and query of each request to Graph, with the headers a test may ask for.</summary>
    public ConcurrentQueue<(string Target, IReadOnlyDictionary<string, string> Headers)> Requests { get; } = [];

    public int TokensAsked { get; private set; }

    public Uri Address => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public TenantConnection Connection => new()
    {
        TenantId = Tenant,
        ClientId = Guid.NewGuid().ToString(),
        Credential = new ClientCredential.Secret("s3cret-value"),
        Endpoints = CloudEndpoints.Custom(Address.AbsoluteUri, Address.AbsoluteUri),
    };

    public static async Task<MicrosoftStandIn> StartAsync(RequestDelegate? graph = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var standIn = new MicrosoftStandIn(builder.Build());
        standIn.Graph = graph ?? standIn.Graph;
        standIn._application.Run(standIn.AnswerAsync);
        await standIn._application.StartAsync(TestContext.Current.CancellationToken);
        return standIn;
    }

    public static Task JsonAsync(HttpContext context, string body, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(body, context.RequestAborted);
    }

    public static Task ErrorAsync(HttpContext context, int status, string code) =>
        JsonAsync(context, $$"""{"error":{"code":"{{code}}","message":"Words.","innerError":{"request-id":"rid-1","client-request-id":"crid-1"} } }""", status);

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private static string Jwt(string[] roles)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(new { aud = "x", roles });
        return $"e30.{Encoding.ASCII.GetString(Base64Url.EncodeToUtf8(payload))}.c2ln";
    }

    /// <summary>The server uses its own for the next request.</summary>
    private static Dictionary<string, string> Copy(IHeaderDictionary headers) =>
        headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);

    private Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path.Value!.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal))
        {
            TokensAsked++;
            return Token?.Invoke(context) ?? JsonAsync(
                context, JsonSerializer.Serialize(new { token_type = "Bearer", expires_in = 3599, ext_expires_in = 3599, access_token = Jwt(Roles) }));
        }

        Requests.Enqueue((context.Request.Path.Value + context.Request.QueryString.Value, Copy(context.Request.Headers)));
        return Graph(context);
    }
}
