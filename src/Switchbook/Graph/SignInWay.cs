using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;
using Switchbook.Problems;

namespace Switchbook.Graph;

/// <summary>Signs in with one credential by MSAL, which keeps the token.</summary>
internal sealed class SignInWay : IDisposable
{
    private const string TokenFileVariable = "AZURE_FEDERATED_TOKEN_FILE";

    private readonly TenantConnection _connection;
    private readonly ClientCredential _credential;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;
    private readonly Func<bool, CancellationToken, Task<AuthenticationResult>> _acquire;

    /// <exception cref="ProblemException">The credential cannot be used.</exception>
    public SignInWay(TenantConnection connection, ClientCredential credential, HttpMessageHandler handler, GraphOptions options, TimeProvider time)
    {
        (_connection, _credential, _time) = (connection, credential, time);
        var login = credential is ClientCredential.ManagedIdentity ? null : connection.Endpoints.Login;
        _http = new(new SignInTransport(login, options.RequestTimeout, time, handler), disposeHandler: false)
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.UserAgent.Add(GraphSession.UserAgent);
        try
        {
            _acquire = credential is ClientCredential.ManagedIdentity identity ? OfHost(identity) : OfApplication(credential);
        }
        catch (MsalException exception)
        {
            throw SignInFailures.Translate(exception, connection, time);
        }
    }

    /// <param name="fresh">Whether the token that MSAL keeps will not do.</param>
    /// <exception cref="ProblemException">The sign-in service refuses.</exception>
    /// <exception cref="RequestFailedException">The service or the network failed; another try may help.</exception>
    public async Task<(GraphToken Token, DateTimeOffset Ends)> GetAsync(bool fresh, CancellationToken cancellationToken)
    {
        try
        {
            var result = await _acquire(fresh, cancellationToken);
            return (GraphToken.From(result.AccessToken), result.ExpiresOn);
        }
        catch (MsalException exception) when (_credential is ClientCredential.ManagedIdentity)
        {
            throw new ProblemException(SignInProblems.NoManagedIdentity.With(FirstLine(exception.Message)), exception);
        }
        catch (RequestFailedException exception) when (_credential is ClientCredential.ManagedIdentity && exception.Failure.Status == 0)
        {
            throw new ProblemException(SignInProblems.NoManagedIdentity.With(exception.Failure.Detail ?? "no answer"), exception);
        }
        catch (MsalException exception)
        {
            throw SignInFailures.Translate(exception, _connection, _time);
        }
    }

    public void Dispose() => _http.Dispose();

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim().TrimEnd('.');

    private static async Task<string> WorkloadTokenAsync(string? file, CancellationToken cancellationToken)
    {
        var path = file ?? Environment.GetEnvironmentVariable(TokenFileVariable);
        if (string.IsNullOrEmpty(path))
        {
            throw new ProblemException(SignInProblems.FederatedTokenUnreadable.With($"{TokenFileVariable} is not set"));
        }

        try
        {
            return (await File.ReadAllTextAsync(path, cancellationToken)).Trim();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(SignInProblems.FederatedTokenUnreadable.With(unreadable.Message.TrimEnd('.')), unreadable);
        }
    }

    private Func<bool, CancellationToken, Task<AuthenticationResult>> OfHost(ClientCredential.ManagedIdentity identity)
    {
        var id = identity.ClientId is { } client ? ManagedIdentityId.WithUserAssignedClientId(client) : ManagedIdentityId.SystemAssigned;
        var application = ManagedIdentityApplicationBuilder.Create(id)
            .WithHttpClientFactory(new OneClient(_http), retryOnceOn5xx: false)
            .Build();
        var resource = _connection.Endpoints.Graph.GetLeftPart(UriPartial.Authority);
        return (fresh, cancellationToken) =>
            application.AcquireTokenForManagedIdentity(resource).WithForceRefresh(fresh).ExecuteAsync(cancellationToken);
    }

    private Func<bool, CancellationToken, Task<AuthenticationResult>> OfApplication(ClientCredential credential)
    {
        var login = new UriBuilder(_connection.Endpoints.Login) { Scheme = Uri.UriSchemeHttps, Port = _connection.Endpoints.Login.Port }.Uri;
        var builder = ConfidentialClientApplicationBuilder.Create(_connection.ClientId)
            .WithAuthority(new Uri(login, Uri.EscapeDataString(_connection.TenantId)), validateAuthority: false)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(new OneClient(_http), retryOnceOn5xx: false);
        var application = (credential switch
        {
            ClientCredential.Secret secret => builder.WithClientSecret(secret.Value),
            ClientCredential.Certificate certificate => builder.WithCertificate(certificate.Value),
            ClientCredential.WorkloadIdentity workload => builder.WithClientAssertion(token => WorkloadTokenAsync(workload.TokenFile, token)),
            _ => throw new InvalidOperationException("Unknown credential."),
        }).Build();
        return (fresh, cancellationToken) =>
            application.AcquireTokenForClient([_connection.Endpoints.Scope]).WithForceRefresh(fresh).ExecuteAsync(cancellationToken);
    }

    private sealed class OneClient(HttpClient client) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => client;
    }
}
