using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Switchbook.SimulatedTenant;

namespace Switchbook.EndToEnd.CommandLine;

/// <summary>Ways to sign in without a secret, by the program's verbs.</summary>
public sealed class CredentialTests : IAsyncLifetime
{
    private const string Issuer = "https://cluster.example";
    private const string Subject = "system:serviceaccount:telephony:switchbook";

    private static readonly RSA ClusterKey = RSA.Create(2048);

    private readonly string _data = Directory.CreateTempSubdirectory("switchbook-credential-").FullName;
    private Simulation _tenant = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _tenant = await Simulation.StartAsync(
        new SimulationOptions { Users = 20, Federations = [new(Issuer, Subject, ClusterKey.ExportRSAPublicKeyPem())] }, Cancellation);

    public async ValueTask DisposeAsync()
    {
        await _tenant.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task A_link_moves_from_a_secret_to_a_certificate_made_here_without_a_gap()
    {
        await AddAsync(_tenant.ClientSecret, "--client-secret-file", "-");
        Assert.Equal(0, (await RunAsync("sync")).ExitCode);

        var made = await RunAsync("link", "certificate", "L");
        Assert.Equal(0, made.ExitCode);
        Assert.Equal(0, (await RunAsync("sync")).ExitCode);
        var registered = X509Certificate2.CreateFromPem(made.Output);
        Assert.False(registered.HasPrivateKey);
        Assert.DoesNotContain("PRIVATE", made.Output + made.Errors, StringComparison.Ordinal);
        Assert.Equal(made.Output, (await RunAsync("link", "certificate", "L", "--show")).Output);

        _tenant.AddCertificate(registered);
        _tenant.RemoveSecret(_tenant.ClientSecret);
        Assert.Equal(0, (await RunAsync("sync")).ExitCode);
        var credential = JsonElement.Parse((await RunAsync("link", "show", "L", "--json")).Output).GetProperty("credential");
        Assert.Equal("certificate", credential.GetProperty("kind").GetString());
        Assert.Equal(729, credential.GetProperty("daysLeft").GetInt32());
        Assert.Equal(registered.Thumbprint, credential.GetProperty("thumbprint").GetString());
    }

    [Fact]
    public async Task The_workloads_own_token_signs_in()
    {
        var file = Path.Combine(_data, "token");
        await File.WriteAllTextAsync(file, Token(Subject), Cancellation);
        await AddAsync("", "--credential", "workload-identity", "--federated-token-file", file);
        Assert.Equal(0, (await RunAsync("sync")).ExitCode);

        await File.WriteAllTextAsync(file, Token("system:serviceaccount:default:other"), Cancellation);
        var refused = await RunAsync("sync");
        Assert.StartsWith("SB-SIGNIN-013", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(1, refused.ExitCode);
    }

    [Theory]
    [InlineData("managed-identity")]
    [InlineData("user-managed-identity")]
    public async Task The_identity_of_the_computer_signs_in(string kind)
    {
        await AddAsync("", "--credential", kind);
        var host = ("AZURE_POD_IDENTITY_AUTHORITY_HOST", _tenant.Endpoint.AbsoluteUri.TrimEnd('/'));
        var sync = await Program.RunAsync("", host, "sync", "--data", _data);
        Assert.Equal("", sync.Errors.Contains("SB-", StringComparison.Ordinal) ? sync.Errors : "");
        Assert.Equal(0, sync.ExitCode);
        Assert.Equal(1, _tenant.Requests.Of("host-identity"));
        Assert.Equal(0, _tenant.Requests.Of("token"));
    }

    private static string Token(string subject)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var header = JsonSerializer.SerializeToUtf8Bytes(new { alg = "RS256", typ = "JWT" });
        var claims = JsonSerializer.SerializeToUtf8Bytes(new { iss = Issuer, sub = subject, aud = "api://AzureADTokenExchange", nbf = now, exp = now + 600 });
        var text = $"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(claims)}";
        return $"{text}.{Base64Url.EncodeToString(ClusterKey.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}\n";
    }

    private async Task AddAsync(string input, params string[] credential)
    {
        var added = await Program.RunAsync(
            input,
            [
                "link", "add", "L", "--tenant-id", _tenant.TenantId, "--client-id", _tenant.ClientId, "--directory", "tenant", "--cloud", "custom",
                "--login-endpoint", _tenant.Endpoint.AbsoluteUri, "--graph-endpoint", _tenant.Endpoint.AbsoluteUri, "--data", _data, .. credential,
            ]);
        Assert.Equal((0, ""), (added.ExitCode, added.ExitCode == 0 ? "" : added.Errors));
    }

    private Task<Program.Ended> RunAsync(params string[] arguments) => Program.RunAsync("", [.. arguments, "--data", _data]);
}
