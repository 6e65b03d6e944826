using System.Text.Json;

namespace Switchbook.Graph;

/// <summary>Reads the body of an error (Graph documentation, "Microsoft Graph error responses").</summary>
internal static class GraphError
{
    /// <summary>What <paramref name="answered"/> becomes with the code and the words of the body, if it has any.</summary>
    public static async Task<RequestFailure> ReadAsync(
        HttpResponseMessage answer, RequestFailure answered, int largest, CancellationToken cancellationToken)
    {
        try
        {
            await answer.Content.LoadIntoBufferAsync(largest, cancellationToken);
            using var body = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancellationToken));
            return Read(body.RootElement, answered);
        }
        catch (Exception exception) when (exception is JsonException or HttpRequestException or IOException)
        {
            return answered;
        }
    }

    private static RequestFailure Read(JsonElement root, RequestFailure answered)
    {
        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("error", out var error)
            || error.ValueKind != JsonValueKind.Object)
        {
            return answered;
        }

        var inner = error.TryGetProperty("innerError", out var found) && found.ValueKind == JsonValueKind.Object ? found : default;
        return answered with
        {
            Code = Text(error, "code"),
            Detail = Text(error, "message")?.TrimEnd('.') ?? answered.Detail,
            RequestId = answered.RequestId ?? Text(inner, "request-id"),
            ClientRequestId = answered.ClientRequestId ?? Text(inner, "client-request-id"),
        };
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
