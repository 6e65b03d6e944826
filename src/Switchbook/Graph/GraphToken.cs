using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text.Json;
using Switchbook.Problems;

namespace Switchbook.Graph;

/// <summary>An access token for Graph.</summary>
/// <param name="Value">Sent as it is; never printed.</param>
/// <param name="Roles">The application permissions in it; null when it cannot be read (tokens are opaque by contract).</param>
internal sealed record GraphToken(string Value, ImmutableArray<string>? Roles)
{
    /// <summary>Why the newer credential was refused, when the earlier one signed in; else null.</summary>
    public Problem? NewerRefused { get; init; }

    /// <summary>The token with the permissions that its payload names (RFC 7519, claim <c>roles</c>).</summary>
    public static GraphToken From(string value) => new(value, ReadRoles(value));

    public override string ToString() => "Graph token";

    private static ImmutableArray<string>? ReadRoles(string value)
    {
        var parts = value.Split('.');
        if (parts.Length != 3)
        {
            return null;
        }

        try
        {
            using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            if (payload.RootElement.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            return payload.RootElement.TryGetProperty("roles", out var roles) && roles.ValueKind == JsonValueKind.Array
                ? [.. roles.EnumerateArray().Where(role => role.ValueKind == JsonValueKind.String).Select(role => role.GetString()!)]
                : [];
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            return null;
        }
    }
}
