using Switchbook.SimulatedTenant.SignIn;

namespace Switchbook.SimulatedTenant.Graph;

/// <summary>A request to Graph whose token was good.</summary>
/// <param name="Http">The HTTP side of it.</param>
/// <param name="Caller">Who asks.</param>
/// <param name="Query">What is asked for.</param>
internal sealed record GraphRequest(HttpContext Http, Caller Caller, GraphQuery Query)
{
    /// <summary>The root that links begin with: <c>http://127.0.0.1:5000/v1.0</c>.</summary>
    public string Root => $"{Http.Request.Scheme}://{Http.Request.Host}/v1.0";

    /// <summary>The address without its query, as it was asked for.</summary>
    public string Address => $"{Http.Request.Scheme}://{Http.Request.Host}{Http.Request.Path}";

    /// <summary>The whole address, as it was asked for.</summary>
    public string Self => Address + Http.Request.QueryString;

    public CancellationToken Aborted => Http.RequestAborted;

    public string RouteId => (string)Http.Request.RouteValues["id"]!;

    /// <exception cref="GraphRefusal">None of the permissions was consented to.</exception>
    public void Require(params ReadOnlySpan<string> roles)
    {
        if (!Caller.HasAny(roles))
        {
            throw GraphRefusal.Forbidden();
        }
    }
}
