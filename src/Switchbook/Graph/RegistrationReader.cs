using System.Globalization;
using System.Text.Json;

namespace Switchbook.Graph;

/// <summary>
/// Reads when the application's credentials end (Graph, "List applications"), for which it needs a permission that reading
/// people does not: what it may not read it does not know, and that is no fault.
/// </summary>
internal static class RegistrationReader
{
    /// <summary>The least permission that shows an application's credentials.</summary>
    public const string Permission = "Application.Read.All";

    private const int Sha1Bytes = 20;

    private static readonly string[] Holding =
        [Permission, "Application.ReadWrite.All", "Application.ReadWrite.OwnedBy", "Directory.Read.All", "Directory.ReadWrite.All"];

    /// <returns>Null when the application may not read its own registration, or when that is not in this tenant.</returns>
    /// <exception cref="RequestFailedException">Graph did not answer.</exception>
    public static async Task<IReadOnlyList<RegisteredCredential>?> ReadAsync(
        GraphSession session, GraphToken token, CancellationToken cancellationToken)
    {
        if (token.Roles is { } roles && !Holding.Intersect(roles, StringComparer.Ordinal).Any())
        {
            return null;
        }

        try
        {
            var address = GraphQueries.Application(session.Connection.Endpoints, session.Connection.ClientId);
            return await session.GetAsync(address, eventual: false, ParseAsync, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Failure is { Kind: FailureKind.Status, Status: 403 })
        {
            return null;
        }
    }

    private static async Task<IReadOnlyList<RegisteredCredential>?> ParseAsync(Stream body, CancellationToken cancellationToken)
    {
        using var answer = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
        var applications = List(answer.RootElement, "value");
        return applications.Count == 0
            ? null
            : [.. applications.SelectMany(one => List(one, "passwordCredentials").Concat(List(one, "keyCredentials"))).Select(Read).OfType<RegisteredCredential>()];
    }

    private static RegisteredCredential? Read(JsonElement credential) =>
        Text(credential, "keyId") is { } keyId
        && DateTimeOffset.TryParse(Text(credential, "endDateTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var ends)
            ? new(
                keyId,
                ends,
                Text(credential, "hint"),
                Text(credential, "customKeyIdentifier") is { } identifier ? Thumbprint(identifier) : null)
            : null;

    /// <summary>The identifier is the thumbprint unless somebody chose another; Graph writes it in hexadecimal or in Base64.</summary>
    private static string Thumbprint(string identifier)
    {
        var bytes = new byte[identifier.Length];
        return identifier.Length != 2 * Sha1Bytes && Convert.TryFromBase64String(identifier, bytes, out var count) && count == Sha1Bytes
            ? Convert.ToHexString(bytes.AsSpan(0, count))
            : identifier;
    }

    private static List<JsonElement> List(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray()]
            : [];

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
