using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Options;

namespace Switchbook.Graph;

/// <summary>
/// The connections to Microsoft, shared by all links that trust the same authorities. The environment's proxy settings
/// hold; redirects are not followed, so that a token never leaves the host it is for.
/// </summary>
internal sealed class GraphTransport(IOptions<GraphOptions> options) : IDisposable
{
    private readonly ConcurrentDictionary<string, SocketsHttpHandler> _handlers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, HttpMessageInvoker> _invokers = new(StringComparer.Ordinal);

    /// <summary>The handler for links that trust <paramref name="authoritiesPem"/> beside the system's authorities.</summary>
    public HttpMessageHandler For(string? authoritiesPem) =>
        _handlers.GetOrAdd(authoritiesPem ?? "", _ => Create(authoritiesPem));

    /// <summary>The same connections, to send by.</summary>
    public HttpMessageInvoker InvokerFor(string? authoritiesPem) =>
        _invokers.GetOrAdd(authoritiesPem ?? "", _ => new(For(authoritiesPem), disposeHandler: false));

    public void Dispose()
    {
        foreach (var invoker in _invokers.Values)
        {
            invoker.Dispose();
        }

        foreach (var handler in _handlers.Values)
        {
            handler.Dispose();
        }
    }

    private SocketsHttpHandler Create(string? authoritiesPem) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.GZip,
        ConnectTimeout = options.Value.ConnectTimeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        UseCookies = false,
        SslOptions = { RemoteCertificateValidationCallback = new CertificateTrust(authoritiesPem).Accept },
    };
}
