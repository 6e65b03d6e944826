using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Switchbook.SimulatedTenant.Tests.Support;

namespace Switchbook.SimulatedTenant.Tests.SignIn;

public sealed class TokenEndpointTests(RunningTenant tenant) : IClassFixture<RunningTenant>
{
    private static readonly RSA Key = RSA.Create(2048);

    private static readonly RSA OtherKey = RSA.Create(2048);

    private readonly TenantClient _client = tenant.Client;

    [Theory]
    [InlineData("client_secret", "wrong", 401, "invalid_client", 7000215)]
    [InlineData("client_secret", "", 401, "invalid_client", 7000218)]
    [InlineData("client_id", "11111111-2222-3333-4444-555555555555", 400, "unauthorized_client", 700016)]
    [InlineData("client_id", "00000000-0000-0000-0000-000000000000", 400, "unauthorized_client", 700038)]
    [InlineData("client_id", "nonsense", 400, "unauthorized_client", 700038)]
    [InlineData("client_id", "", 400, "invalid_request", 900144)]
    [InlineData("grant_type", "no_such_grant", 400, "unsupported_grant_type", 70003)]
    [InlineData("scope", "api://not-a-registered-resource/.default", 400, "invalid_resource", 500011)]
    [InlineData("scope", "User.Read.All", 400, "invalid_scope", 1002012)]
    [InlineData("client_assertion", "nonsense", 401, "invalid_client", 50027)]
    public async Task A_bad_request_is_refused_with_the_code_that_Microsoft_uses(
        string field, string value, int status, string error, int code)
    {
        var answer = await _client.PostTokenAsync(changes: (field, value));
        Assert.Equal((status, error), ((int)answer.Status, answer.Json.GetProperty("error").GetString()));
        Assert.Equal(code, answer.Json.GetProperty("error_codes")[0].GetInt32());
        Assert.StartsWith($"AADSTS{code}: ", answer.Json.GetProperty("error_description").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("11111111-2222-3333-4444-555555555555", 90002)]
    [InlineData("fabrikam.example", 90002)]
    [InlineData("nonsense", 900023)]
    public async Task Another_tenant_is_not_found(string name, int code)
    {
        var answer = await _client.PostTokenAsync($"/{name}/oauth2/v2.0/token");
        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.Json.GetProperty("error_codes")[0].GetInt32()));
    }

    [Fact]
    public async Task The_tenant_may_be_named_by_its_domain() =>
        Assert.Equal(HttpStatusCode.OK, (await _client.PostTokenAsync("/contoso.example/oauth2/v2.0/token")).Status);

    [Fact]
    public async Task The_correlation_is_the_clients_own()
    {
        using var http = new HttpClient { BaseAddress = tenant.Simulation.Endpoint };
        var id = Guid.NewGuid().ToString();
        using var request = new HttpRequestMessage(HttpMethod.Post, _client.TokenPath);
        request.Headers.Add("client-request-id", id);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(id, (await Answer.ReadAsync(response)).Json.GetProperty("correlation_id").GetString());
    }

    [Fact]
    public async Task A_secret_and_a_token_end_in_their_time()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        await using var simulation = await Simulation.StartAsync(
            new SimulationOptions { Users = 10, Clock = clock, SecretExpires = clock.GetUtcNow().AddDays(1) },
            TestContext.Current.CancellationToken);
        using var client = new TenantClient(simulation);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/users")).Status);
        clock.Advance(TimeSpan.FromSeconds(3599));
        Assert.Equal((HttpStatusCode.Unauthorized, "InvalidAuthenticationToken"), await StatusAndCode(client));
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(7000222, (await client.PostTokenAsync()).Json.GetProperty("error_codes")[0].GetInt32());
    }

    [Fact]
    public async Task A_token_without_consent_has_no_roles_and_opens_nothing()
    {
        await using var simulation = await Simulation.StartAsync(
            new SimulationOptions { Users = 10, Roles = [] }, TestContext.Current.CancellationToken);
        using var client = new TenantClient(simulation);
        var payload = (await client.TokenAsync()).Split('.')[1];
        var claims = JsonElement.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(payload));
        Assert.False(claims.TryGetProperty("roles", out _));
        Assert.Equal((HttpStatusCode.Forbidden, "Authorization_RequestDenied"), await StatusAndCode(client));
    }

    [Theory]
    [InlineData("PS256", "x5t#S256", null)]
    [InlineData("RS256", "x5t#S256", null)]
    [InlineData("RS256", "x5t", null)]
    [InlineData("RS256", "none", 50027)]
    [InlineData("other key", "x5t#S256", 700027)]
    [InlineData("other certificate", "x5t#S256", 700027)]
    [InlineData("late", "x5t#S256", 700024)]
    [InlineData("audience", "x5t#S256", 700023)]
    [InlineData("issuer", "x5t#S256", 50027)]
    public async Task A_certificates_assertion_is_really_checked(string how, string thumbprint, int? code)
    {
        using var certificate = Certificate(Key);
        using var other = Certificate(OtherKey);
        await using var simulation = await Simulation.StartAsync(
            new SimulationOptions { Users = 10, ClientCertificates = [certificate] }, TestContext.Current.CancellationToken);
        using var client = new TenantClient(simulation);
        var named = how == "other certificate" ? other : certificate;
        var header = new Dictionary<string, object>(StringComparer.Ordinal) { ["typ"] = "JWT", ["alg"] = how is "RS256" ? "RS256" : "PS256" };
        if (thumbprint != "none")
        {
            header[thumbprint] = Encode(named.GetCertHash(thumbprint == "x5t" ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256));
        }

        var now = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["aud"] = how == "audience" ? "https://login.example/token" : new Uri(simulation.Endpoint, client.TokenPath).ToString(),
            ["iss"] = how == "issuer" ? "somebody" : simulation.ClientId,
            ["sub"] = simulation.ClientId,
            ["jti"] = Guid.NewGuid(),
            ["nbf"] = now.AddHours(-2).ToUnixTimeSeconds(),
            ["exp"] = (how == "late" ? now.AddHours(-1) : now.AddMinutes(10)).ToUnixTimeSeconds(),
        };
        var text = Encode(JsonSerializer.SerializeToUtf8Bytes(header)) + "." + Encode(JsonSerializer.SerializeToUtf8Bytes(claims));
        var signature = (how is "other key" or "other certificate" ? OtherKey : Key).SignData(
            Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, how is "RS256" ? RSASignaturePadding.Pkcs1 : RSASignaturePadding.Pss);
        var answer = await client.PostTokenAsync(changes:
        [
            ("client_secret", ""),
            ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
            ("client_assertion", $"{text}.{Encode(signature)}"),
        ]);
        Assert.Equal(code, answer.Status == HttpStatusCode.OK ? null : answer.Json.GetProperty("error_codes")[0].GetInt32());
    }

    private static async Task<(HttpStatusCode Status, string Code)> StatusAndCode(TenantClient client)
    {
        var answer = await client.GetAsync("/users");
        return (answer.Status, answer.ErrorCode);
    }

    private static string Encode(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    private static X509Certificate2 Certificate(RSA key)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest("CN=Switchbook", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
