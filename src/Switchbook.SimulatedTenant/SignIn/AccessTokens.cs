using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Switchbook.SimulatedTenant.SignIn;

/// <summary>The access tokens of the tenant: made here, signed with a key of this process, and checked here.</summary>
internal sealed class AccessTokens(Registration registration, TimeProvider clock) : IDisposable
{
    /// <summary>The application ID of Microsoft Graph, the audience of version 2 tokens.</summary>
    public const string GraphApplicationId = "00000003-0000-0000-c000-000000000000";

    /// <summary>One key for all tenants of a process, since making one takes longer than everything else at the start.</summary>
    private static readonly Lazy<RSAParameters> Key = new(MakeKey);

    private readonly Lock _lock = new();
    private readonly RSA _key = RSA.Create(Key.Value);

    private static string KeyId => JsonWebToken.Encode(SHA256.HashData(Key.Value.Modulus!).AsSpan(0, 20));

    public string Issue(string audience, IEnumerable<string> roles, TimeSpan lifetime)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = KeyId, ["x5t"] = KeyId };
        var claims = new JsonObject
        {
            ["aud"] = audience,
            ["iss"] = $"https://sts.windows.net/{registration.TenantId}/",
            ["iat"] = now,
            ["nbf"] = now,
            ["exp"] = now + (long)lifetime.TotalSeconds,
            ["app_displayname"] = "Switchbook",
            ["appid"] = registration.ClientId,
            ["appidacr"] = "1",
            ["idp"] = $"https://sts.windows.net/{registration.TenantId}/",
            ["idtyp"] = "app",
            ["oid"] = registration.ServicePrincipalId,
            ["sub"] = registration.ServicePrincipalId,
            ["tid"] = registration.TenantId,
            ["uti"] = Guid.NewGuid().ToString("N")[..22],
            ["ver"] = "1.0",
        };

        // An application without consent gets a token all the same, without this claim.
        if (roles.ToArray() is { Length: > 0 } granted)
        {
            claims["roles"] = new JsonArray([.. granted.Select(role => JsonValue.Create(role))]);
        }

        return Sign(header, claims);
    }

    /// <summary>The keys, as <c>/discovery/v2.0/keys</c> shows them (RFC 7517).</summary>
    public static JsonObject PublicKeys() => new()
    {
        ["keys"] = new JsonArray(new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = KeyId,
            ["n"] = JsonWebToken.Encode(Key.Value.Modulus),
            ["e"] = JsonWebToken.Encode(Key.Value.Exponent),
        }),
    };

    /// <summary>The caller behind an <c>Authorization</c> header, or why there is none.</summary>
    public (Caller? Caller, string? Refusal) Check(string? authorization, string audience)
    {
        if (string.IsNullOrEmpty(authorization))
        {
            return (null, "Access token is empty.");
        }

        const string Scheme = "Bearer ";
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            || !JsonWebToken.TryParse(authorization[Scheme.Length..].Trim(), out var token))
        {
            return (null, "IDX14100: JWT is not well formed, there are no dots (.).\n"
                + "The token needs to be in JWS or JWE Compact Serialization Format. (JWS): 'EncodedHeader.EndcodedPayload.EncodedSignature'.");
        }

        if (token.HeaderText("alg") != "RS256" || !IsSigned(token))
        {
            return (null, "Invalid x5t claim.");
        }

        return IsNow(token) ? CheckAudience(token, audience) : (null, "Lifetime validation failed, the token is expired.");
    }

    public void Dispose() => _key.Dispose();

    private static (Caller? Caller, string? Refusal) CheckAudience(JsonWebToken token, string audience)
    {
        var given = token.ClaimText("aud")?.TrimEnd('/');
        if (given != audience && given is not ("https://graph.microsoft.com" or GraphApplicationId))
        {
            return (null, "Access token validation failure. Invalid audience.");
        }

        var roles = token.Claims.TryGetProperty("roles", out var claim)
            ? claim.EnumerateArray().Select(role => role.GetString()!).ToHashSet(StringComparer.Ordinal)
            : [];
        return (new Caller(token.ClaimText("appid")!, roles), null);
    }

    private static RSAParameters MakeKey()
    {
        using var key = RSA.Create(2048);
        return key.ExportParameters(includePrivateParameters: true);
    }

    private bool IsSigned(JsonWebToken token)
    {
        lock (_lock)
        {
            return _key.VerifyData(token.SignedPart, token.Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }

    private bool IsNow(JsonWebToken token)
    {
        var now = clock.GetUtcNow();
        return now >= token.Moment("nbf") && now < token.Moment("exp");
    }

    private string Sign(JsonObject header, JsonObject claims)
    {
        var signed = JsonWebToken.Encode(JsonSerializer.SerializeToUtf8Bytes(header))
            + "." + JsonWebToken.Encode(JsonSerializer.SerializeToUtf8Bytes(claims));
        lock (_lock)
        {
            var signature = _key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            return signed + "." + JsonWebToken.Encode(signature);
        }
    }
}
