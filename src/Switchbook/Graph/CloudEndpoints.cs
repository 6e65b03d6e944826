using System.Diagnostics.CodeAnalysis;
using Switchbook.Problems;

namespace Switchbook.Graph;

/// <summary>
/// Where a cloud's sign-in service and Microsoft Graph stand: service roots, without tenant and version
/// (Graph documentation, "National cloud deployments").
/// </summary>
/// <param name="Login">The sign-in service, without a path.</param>
/// <param name="Graph">Microsoft Graph; a gateway may have a path.</param>
internal sealed record CloudEndpoints(Uri Login, Uri Graph)
{
    /// <summary>The name that stands for endpoints typed by the operator.</summary>
    public const string CustomName = "custom";

    public static readonly CloudEndpoints Global =
        new(new("https://login.microsoftonline.com/"), new("https://graph.microsoft.com/"));

    private static readonly Dictionary<string, CloudEndpoints> Presets = new(StringComparer.OrdinalIgnoreCase)
    {
        ["global"] = Global,
        ["usgov"] = new(new("https://login.microsoftonline.us/"), new("https://graph.microsoft.us/")),
        ["usgov-dod"] = new(new("https://login.microsoftonline.us/"), new("https://dod-graph.microsoft.us/")),
        ["china"] = new(new("https://login.chinacloudapi.cn/"), new("https://microsoftgraph.chinacloudapi.cn/")),
    };

    /// <summary>The names of the clouds whose endpoints are known.</summary>
    public static IReadOnlyCollection<string> Names => Presets.Keys;

    /// <summary>The <c>/.default</c> scope of this cloud's Graph.</summary>
    public string Scope => $"{Graph.GetLeftPart(UriPartial.Authority)}/.default";

    public static bool TryFind(string cloud, [NotNullWhen(true)] out CloudEndpoints? endpoints) =>
        Presets.TryGetValue(cloud, out endpoints);

    /// <summary>Endpoints typed by the operator: https, or http on a loopback address only.</summary>
    /// <exception cref="ProblemException">One of them will not do.</exception>
    public static CloudEndpoints Custom(string login, string graph)
    {
        var loginRoot = Root(login, "login");
        if (loginRoot.AbsolutePath != "/")
        {
            throw new ProblemException(GraphProblems.EndpointHasPath.With("login", login));
        }

        var graphRoot = Root(graph, "Graph");
        if (graphRoot.AbsolutePath is "/v1.0/" or "/beta/")
        {
            throw new ProblemException(GraphProblems.EndpointHasPath.With("Graph", graph));
        }

        return new(loginRoot, graphRoot);
    }

    private static Uri Root(string text, string which)
    {
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri)
            || uri.Query.Length + uri.Fragment.Length + uri.UserInfo.Length > 0
            || uri.Host.Length == 0)
        {
            throw new ProblemException(GraphProblems.EndpointNotUrl.With(which, text));
        }

        if (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        {
            throw new ProblemException(GraphProblems.EndpointNotProtected.With(which, text));
        }

        return uri.AbsolutePath.EndsWith('/') ? uri : new Uri(uri.AbsoluteUri + "/");
    }
}
