using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Switchbook.SimulatedTenant.SignIn;

/// <summary>
/// The check of a certificate's assertion
/// (https://learn.microsoft.com/entra/identity-platform/certificate-credentials).
/// </summary>
internal sealed class ClientAssertion(Registration registration, TimeProvider clock)
{
    public const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /// <summary>Clocks differ; Microsoft lets five minutes pass.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <param name="assertion">The JSON Web Token that the client signed.</param>
    /// <param name="audiences">What <c>aud</c> may say: the token endpoint, or the issuer.</param>
    /// <returns>Why it is refused; null when it is good.</returns>
    public SignInError? Check(string assertion, IReadOnlyList<string> audiences)
    {
        if (!JsonWebToken.TryParse(assertion, out var token))
        {
            return SignInError.InvalidAssertion("The token is not a JSON Web Token.");
        }

        if (token.HeaderText("x5t#S256") is null && token.HeaderText("x5t") is null && registration.Federations.Count > 0)
        {
            return new FederatedAssertion(registration, clock).Check(token);
        }

        if (token.HeaderText("x5t#S256") is null && token.HeaderText("x5t") is null)
        {
            return SignInError.InvalidAssertion("No certificate thumbprint specified in token header.");
        }

        var thumbprint = Thumbprint(token);
        if (registration.Certificates.FirstOrDefault(known => Matches(known, token)) is not { } certificate)
        {
            return SignInError.UnregisteredCertificate(registration.ClientId, thumbprint);
        }

        if (clock.GetUtcNow() > new DateTimeOffset(certificate.NotAfter))
        {
            return SignInError.UnregisteredCertificate(registration.ClientId, thumbprint);
        }

        return !IsSigned(token, certificate) ? SignInError.InvalidSignature(thumbprint) : CheckClaims(token, audiences);
    }

    private SignInError? CheckClaims(JsonWebToken token, IReadOnlyList<string> audiences)
    {
        var audience = token.ClaimText("aud") ?? "";
        if (!audiences.Contains(audience, StringComparer.OrdinalIgnoreCase))
        {
            return SignInError.WrongAudience(audience);
        }

        if (token.ClaimText("iss") != registration.ClientId || token.ClaimText("sub") != registration.ClientId)
        {
            return SignInError.InvalidAssertion("The issuer and the subject must be the client_id.");
        }

        var now = clock.GetUtcNow();
        var isNow = token.Moment("exp") is { } end && now < end + Skew && (token.Moment("nbf") ?? now) <= now + Skew;
        return isNow ? null : SignInError.ExpiredAssertion();
    }

    private static bool Matches(X509Certificate2 certificate, JsonWebToken token) =>
        token.HeaderText("x5t#S256") is { } sha256
            ? sha256 == JsonWebToken.Encode(certificate.GetCertHash(HashAlgorithmName.SHA256))
            : token.HeaderText("x5t") == JsonWebToken.Encode(certificate.GetCertHash(HashAlgorithmName.SHA1));

    private static bool IsSigned(JsonWebToken token, X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPublicKey();
        var padding = token.HeaderText("alg") switch
        {
            "PS256" => RSASignaturePadding.Pss,
            "RS256" => RSASignaturePadding.Pkcs1,
            _ => null,
        };
        return key is not null && padding is not null
            && key.VerifyData(token.SignedPart, token.Signature, HashAlgorithmName.SHA256, padding);
    }

    private static string Thumbprint(JsonWebToken token)
    {
        var encoded = token.HeaderText("x5t#S256") ?? token.HeaderText("x5t")!;
        return System.Buffers.Text.Base64Url.IsValid(encoded)
            ? Convert.ToHexString(System.Buffers.Text.Base64Url.DecodeFromChars(encoded))
            : encoded;
    }
}
