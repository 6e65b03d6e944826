using Microsoft.Identity.Client;

namespace Switchbook.Graph;

/// <summary>Signs in to one tenant as the application, by MSAL's confidential client, which keeps the token.</summary>
internal sealed class TokenSource : IDisposable
{
    private readonly TenantConnection _connection;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;
    private readonly IConfidentialClientApplication _application;

    /// <exception cref="Problems.ProblemException">The credential cannot be used.</exception>
    public TokenSource(TenantConnection connection, HttpMessageHandler handler, GraphOptions options, TimeProvider time)
    {
        _connection = connection;
        _time = time;
        var login = connection.Endpoints.Login;
        _http = new(new SignInTransport(login, options.RequestTimeout, time, handler), disposeHandler: false)
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.UserAgent.Add(GraphSession.UserAgent);
        try
        {
            _application = Build();
        }
        catch (MsalException exception)
        {
            throw SignInFailures.Translate(exception, connection, time);
        }
    }

    /// <summary>The token that MSAL keeps, or a new one.</summary>
    /// <param name="fresh">Whether the kept one was refused.</param>
    /// <exception cref="Problems.ProblemException">The sign-in service refuses.</exception>
    /// <exception cref="RequestFailedException">The service or the network failed; another try may help.</exception>
    public async Task<GraphToken> GetAsync(bool fresh, CancellationToken cancellationToken)
    {
        try
        {
            var result = await _application
                .AcquireTokenForClient([_connection.Endpoints.Scope])
                .WithForceRefresh(fresh)
                .ExecuteAsync(cancellationToken);
            return GraphToken.From(result.AccessToken);
        }
        catch (MsalException exception)
        {
            throw SignInFailures.Translate(exception, _connection, _time);
        }
    }

    public void Dispose() => _http.Dispose();

    private IConfidentialClientApplication Build()
    {
        var login = new UriBuilder(_connection.Endpoints.Login) { Scheme = Uri.UriSchemeHttps, Port = _connection.Endpoints.Login.Port }.Uri;
        var builder = ConfidentialClientApplicationBuilder.Create(_connection.ClientId)
            .WithAuthority(new Uri(login, Uri.EscapeDataString(_connection.TenantId)), validateAuthority: false)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(new OneClient(_http), retryOnceOn5xx: false);
        return (_connection.Credential switch
        {
            ClientCredential.Secret secret => builder.WithClientSecret(secret.Value),
            ClientCredential.Certificate certificate => builder.WithCertificate(certificate.Value),
            _ => throw new InvalidOperationException("Unknown credential."),
        }).Build();
    }

    private sealed class OneClient(HttpClient client) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => client;
    }
}
