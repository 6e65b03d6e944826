using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Switchbook.SimulatedTenant.Tests.Support;

/// <summary>A plain client of a simulated tenant: it shows what was answered, and forgives nothing.</summary>
internal sealed class TenantClient(Simulation simulation) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = simulation.Endpoint };
    private string? _token;

    public string TokenPath => $"/{simulation.TenantId}/oauth2/v2.0/token";

    public async Task<Answer> PostTokenAsync(
        string? path = null, params (string Name, string Value)[] changes)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["client_id"] = simulation.ClientId,
            ["client_secret"] = simulation.ClientSecret,
            ["grant_type"] = "client_credentials",
            ["scope"] = "https://graph.microsoft.com/.default",
        };
        foreach (var (name, value) in changes)
        {
            form[name] = value;
        }

        using var content = new FormUrlEncodedContent(form.Where(field => field.Value.Length > 0));
        using var response = await _http.PostAsync(path ?? TokenPath, content, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response);
    }

    public async Task<string> TokenAsync() =>
        _token ??= (await PostTokenAsync()).Json.GetProperty("access_token").GetString()!;

    /// <summary>Asks for a path below <c>/v1.0</c>, or for a whole address.</summary>
    public async Task<Answer> GetAsync(string address, params (string Name, string Value)[] headers)
    {
        using var response = await SendAsync(address, headers);
        return await Answer.ReadAsync(response);
    }

    /// <summary>Sends JSON to a path below <c>/v1.0</c>.</summary>
    public async Task<Answer> SendJsonAsync(HttpMethod method, string path, object? json)
    {
        using var request = new HttpRequestMessage(method, "/v1.0" + path) { Content = json is null ? null : JsonContent.Create(json) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync());
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response);
    }

    public async Task<HttpResponseMessage> SendAsync(string address, params (string Name, string Value)[] headers)
    {
        var target = address.StartsWith("http", StringComparison.Ordinal) ? address : "/v1.0" + address;
        using var request = new HttpRequestMessage(HttpMethod.Get, target);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync());
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    /// <summary>Reads a list to its end.</summary>
    public async Task<List<Answer>> PagesAsync(string address, params (string Name, string Value)[] headers)
    {
        var pages = new List<Answer>();
        for (var next = (string?)address; next is not null; next = pages[^1].NextLink)
        {
            pages.Add(await GetAsync(next, headers));
            Assert.Equal(HttpStatusCode.OK, pages[^1].Status);
        }

        return pages;
    }

    public async Task<List<JsonElement>> ListAsync(string address, params (string Name, string Value)[] headers) =>
        [.. (await PagesAsync(address, headers)).SelectMany(page => page.Values)];

    public void Dispose() => _http.Dispose();
}
