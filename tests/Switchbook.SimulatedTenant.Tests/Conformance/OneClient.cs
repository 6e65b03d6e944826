using Microsoft.Identity.Client;

namespace Switchbook.SimulatedTenant.Tests.Conformance;

/// <summary>Gives MSAL the client that trusts the simulated tenant.</summary>
internal sealed class OneClient(HttpClient http) : IMsalHttpClientFactory
{
    public HttpClient GetHttpClient() => http;
}
