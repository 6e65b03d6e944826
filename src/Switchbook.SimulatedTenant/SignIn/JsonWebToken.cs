using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Switchbook.SimulatedTenant.SignIn;

/// <summary>The three parts of a signed JSON Web Token (RFC 7519), read but not yet believed.</summary>
/// <param name="Header">The JOSE header.</param>
/// <param name="Claims">The payload.</param>
/// <param name="SignedPart">The bytes that the signature is over.</param>
/// <param name="Signature">The signature.</param>
internal sealed record JsonWebToken(JsonElement Header, JsonElement Claims, byte[] SignedPart, byte[] Signature)
{
    public static bool TryParse(string text, [NotNullWhen(true)] out JsonWebToken? token)
    {
        token = null;
        var parts = text.Split('.');
        if (parts.Length != 3 || !parts.All(part => Base64Url.IsValid(part)))
        {
            return false;
        }

        try
        {
            token = new JsonWebToken(
                JsonElement.Parse(Base64Url.DecodeFromChars(parts[0])),
                JsonElement.Parse(Base64Url.DecodeFromChars(parts[1])),
                Encoding.ASCII.GetBytes(text[..text.LastIndexOf('.')]),
                Base64Url.DecodeFromChars(parts[2]));
            return token.Header.ValueKind == JsonValueKind.Object && token.Claims.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    public string? HeaderText(string name) => Text(Header, name);

    public string? ClaimText(string name) => Text(Claims, name);

    /// <summary>
    /// A claim that is a moment (RFC 7519, section 2, "NumericDate"); null when there is none. MSAL sends it as text, and
    /// the real service takes that.
    /// </summary>
    public DateTimeOffset? Moment(string name) =>
        Claims.TryGetProperty(name, out var value)
        && long.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
