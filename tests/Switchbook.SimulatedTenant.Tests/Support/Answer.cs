using System.Net;
using System.Text.Json;

namespace Switchbook.SimulatedTenant.Tests.Support;

/// <summary>What the simulated tenant answered.</summary>
internal sealed record Answer(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonElement.Parse(Text);

    public IEnumerable<JsonElement> Values => Json.GetProperty("value").EnumerateArray();

    public string? NextLink => Member("@odata.nextLink");

    public string? DeltaLink => Member("@odata.deltaLink");

    public string ErrorCode => Json.GetProperty("error").GetProperty("code").GetString()!;

    public static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer(response.StatusCode, text, headers);
    }

    private string? Member(string name) => Json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
