using System.Collections.Immutable;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace Switchbook.Access;

/// <summary>
/// Finds out for whom a proxy asks. A proxy on this computer would let everybody in as this computer, and one in the phones' network
/// everybody as a phone: so the client's address counts where a proxy that was named says it, and no address where none was.
/// </summary>
internal sealed class PassedOn
{
    /// <summary>What proxies add to a request, and programs that ask by themselves do not.</summary>
    private static readonly string[] Traces =
    [
        ForwardedHeadersDefaults.XForwardedForHeaderName, ForwardedHeadersDefaults.XForwardedHostHeaderName,
        ForwardedHeadersDefaults.XForwardedProtoHeaderName, ForwardedHeadersDefaults.XOriginalForHeaderName, "Forwarded", "Via", "X-Real-IP",
    ];

    private readonly RequestDelegate _next;
    private readonly ImmutableArray<IPNetwork> _proxies;
    private readonly ForwardedHeadersMiddleware _headers;

    public PassedOn(RequestDelegate next, IOptions<AccessOptions> options, ILoggerFactory logs)
    {
        var proxies = options.Value.ReadProxies();
        var forwarded = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,

            // However many of the named ones stand in a row.
            ForwardLimit = null,
        };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            forwarded.KnownIPNetworks.Add(proxy);
        }

        (_next, _proxies, _headers) = (next, proxies, new(next, logs, Options.Create(forwarded)));
    }

    public Task InvokeAsync(HttpContext context)
    {
        var peer = RemoteAddress.Of(context);
        var isProxy = _proxies.Any(proxy => proxy.Contains(peer));
        if (isProxy)
        {
            _headers.ApplyForwarders(context);
        }

        if (isProxy || Traces.Any(context.Request.Headers.ContainsKey))
        {
            var from = RemoteAddress.Of(context);
            if (from.Equals(peer) || IPAddress.IsLoopback(from))
            {
                context.Connection.RemoteIpAddress = RemoteAddress.Unknown;
            }
        }

        return _next(context);
    }
}
