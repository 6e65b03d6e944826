using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;
using Microsoft.Graph.Models;
using Microsoft.Identity.Client;

namespace Switchbook.SimulatedTenant.Tests.Conformance;

/// <summary>Microsoft's own libraries as clients: if they accept the simulated tenant, it is not merely at one with itself.</summary>
public sealed class MicrosoftClientsTests : IAsyncLifetime
{
    private static readonly string[] Scopes = ["https://graph.microsoft.com/.default"];

    private static readonly RSA Key = RSA.Create(2048);

    private X509Certificate2 _certificate = null!;
    private Simulation _simulation = null!;
    private HttpClient _http = null!;

    private string Authority => new Uri(_simulation.TlsEndpoint!, _simulation.TenantId).ToString();

    public async ValueTask InitializeAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        _certificate = new CertificateRequest("CN=Switchbook", Key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        _simulation = await Simulation.StartAsync(
            new SimulationOptions { Users = 2500, Tls = true, ClientCertificates = [_certificate] }, TestContext.Current.CancellationToken);
        _http = new HttpClient(Trust.Handler(_simulation));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _simulation.DisposeAsync();
        _certificate.Dispose();
    }

    [Fact]
    public async Task MSAL_signs_in_with_a_secret()
    {
        var application = Application().WithClientSecret(_simulation.ClientSecret).Build();
        var result = await application.AcquireTokenForClient(Scopes).ExecuteAsync(TestContext.Current.CancellationToken);
        Assert.Equal(TokenSource.IdentityProvider, result.AuthenticationResultMetadata.TokenSource);
        Assert.NotEmpty(result.AccessToken);
    }

    [Fact]
    public async Task MSAL_signs_in_with_a_certificate()
    {
        var application = Application().WithCertificate(_certificate).Build();
        Assert.NotEmpty((await application.AcquireTokenForClient(Scopes).ExecuteAsync(TestContext.Current.CancellationToken)).AccessToken);
    }

    [Fact]
    public async Task MSAL_signs_in_by_OpenID_discovery()
    {
        var application = ConfidentialClientApplicationBuilder.Create(_simulation.ClientId)
            .WithClientSecret(_simulation.ClientSecret)
            .WithOidcAuthority(Authority + "/v2.0")
            .WithHttpClientFactory(new OneClient(_http))
            .Build();
        Assert.NotEmpty((await application.AcquireTokenForClient(Scopes).ExecuteAsync(TestContext.Current.CancellationToken)).AccessToken);
    }

    [Fact]
    public async Task MSAL_understands_that_a_secret_is_wrong()
    {
        var application = Application().WithClientSecret("wrong").Build();
        var problem = await Assert.ThrowsAsync<MsalServiceException>(
            () => application.AcquireTokenForClient(Scopes).ExecuteAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("invalid_client", 401), (problem.ErrorCode, problem.StatusCode));
        Assert.Contains("AADSTS7000215", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Graph_SDK_reads_every_user_with_its_page_iterator()
    {
        using var graph = Graph();
        var first = await graph.Users.GetAsync(
            request =>
            {
                request.QueryParameters.Select = ["id", "displayName", "businessPhones", "accountEnabled"];
                request.QueryParameters.Top = 999;
            },
            TestContext.Current.CancellationToken);
        var users = new List<User>();
        var pages = PageIterator<User, UserCollectionResponse>.CreatePageIterator(graph, first!, user =>
        {
            users.Add(user);
            return true;
        });
        await pages.IterateAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2500, users.DistinctBy(user => user.Id, StringComparer.Ordinal).Count());
        Assert.Equal("+44 1632 768402", Assert.Single(users[0].BusinessPhones!));
    }

    [Fact]
    public async Task The_Graph_SDK_reads_members_and_delta()
    {
        using var graph = Graph();
        var reception = _simulation.Groups.Single(group => group.DisplayName == "Reception");
        var members = await graph.Groups[reception.Id].TransitiveMembers.GetAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(5, members!.Value!.OfType<User>().Count());
        var delta = await graph.Users.Delta.GetAsDeltaGetResponseAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.NotEmpty(delta!.Value!);
        Assert.NotNull(delta.OdataNextLink);
    }

    private ConfidentialClientApplicationBuilder Application() =>
        ConfidentialClientApplicationBuilder.Create(_simulation.ClientId)
            .WithAuthority(new Uri(Authority), validateAuthority: false)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(new OneClient(_http));

    private GraphServiceClient Graph()
    {
        var credential = new ClientSecretCredential(
            _simulation.TenantId,
            _simulation.ClientId,
            _simulation.ClientSecret,
            new ClientSecretCredentialOptions
            {
                AuthorityHost = _simulation.TlsEndpoint!,
                DisableInstanceDiscovery = true,
                Transport = new HttpClientTransport(_http),
            });
        return new GraphServiceClient(
            GraphClientFactory.Create(finalHandler: Trust.Handler(_simulation)),
            new AzureIdentityAuthenticationProvider(credential, allowedHosts: ["127.0.0.1"], isCaeEnabled: false, scopes: Scopes),
            new Uri(_simulation.TlsEndpoint!, "v1.0").ToString());
    }
}
