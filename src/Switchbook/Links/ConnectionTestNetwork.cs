using System.Net;
using System.Net.Sockets;
using Switchbook.Graph;
using Switchbook.Problems;

namespace Switchbook.Links;

/// <summary>The steps of Test Connection that come before anyone signs in: names, connections, certificates, proxies.</summary>
internal sealed class ConnectionTestNetwork(GraphTransport transport)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);

    /// <summary>Resolves the hosts' names; of a proxy that stands before them, the proxy's.</summary>
    public static async Task<ConnectionTestFinding> ResolveAsync(CloudEndpoints endpoints, CancellationToken cancellationToken)
    {
        var asked = Hosts(endpoints).Select(Nearest).DistinctBy(host => host.Name, StringComparer.OrdinalIgnoreCase);
        var found = await Task.WhenAll(asked.Select(host => ResolveAsync(host, cancellationToken)));
        return ConnectionTestFinding.Passed(string.Join("; ", found));
    }

    /// <summary>Connects to the hosts as a run would, through the proxy if there is one, with the link's authorities.</summary>
    public async Task<ConnectionTestFinding> ConnectAsync(TenantConnection connection, CancellationToken cancellationToken)
    {
        var hosts = Hosts(connection.Endpoints).Where(host => host.Scheme == Uri.UriSchemeHttps).ToList();
        if (hosts.Count == 0)
        {
            return ConnectionTestFinding.Skipped("http on this computer");
        }

        await Task.WhenAll(hosts.Select(host => ConnectAsync(connection, host, cancellationToken)));
        return ConnectionTestFinding.Passed($"{string.Join(" and ", hosts.Select(host => host.Host))}: certificates trusted");
    }

    private static IEnumerable<Uri> Hosts(CloudEndpoints endpoints) =>
        new[] { endpoints.Login, endpoints.Graph }.DistinctBy(host => host.GetLeftPart(UriPartial.Authority), StringComparer.OrdinalIgnoreCase);

    private static (string Name, bool IsProxy) Nearest(Uri host) =>
        HttpClient.DefaultProxy.IsBypassed(host) || HttpClient.DefaultProxy.GetProxy(host) is not { } proxy
            ? (host.IdnHost, false)
            : (proxy.IdnHost, true);

    private static async Task<string> ResolveAsync((string Name, bool IsProxy) host, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(host.Name, limit.Token);
            return $"{host.Name}{(host.IsProxy ? " (proxy)" : "")} is {string.Join(", ", addresses.Take(2).Select(address => address.ToString()))}";
        }
        catch (SocketException exception)
        {
            throw new ProblemException(GraphProblems.NameNotResolved.With(host.Name), exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ProblemException(GraphProblems.NameNotResolved.With(host.Name), exception);
        }
    }

    private async Task ConnectAsync(TenantConnection connection, Uri host, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        using var request = new HttpRequestMessage(HttpMethod.Head, host);
        try
        {
            // Whatever it answers: that it answers shows the way to be free.
            using var answer = await transport.InvokerFor(connection.TrustedAuthoritiesPem).SendAsync(request, limit.Token);
        }
        catch (Exception exception) when (
            exception is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new RequestFailedException(HttpFailures.Of(exception, host), exception);
        }
    }
}
