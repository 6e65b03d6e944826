using System.Security.Cryptography;

namespace Switchbook.SimulatedTenant.SignIn;

/// <summary>
/// The check of another issuer's token in place of a credential
/// (https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow, third case).
/// </summary>
internal sealed class FederatedAssertion(Registration registration, TimeProvider clock)
{
    private const string Audience = "api://AzureADTokenExchange";

    /// <returns>Why it is refused; null when it is good.</returns>
    public SignInError? Check(JsonWebToken token)
    {
        var (issuer, subject) = (token.ClaimText("iss") ?? "", token.ClaimText("sub") ?? "");
        if (registration.Federations.FirstOrDefault(known => known.Issuer == issuer && known.Subject == subject) is not { } federation)
        {
            return SignInError.UnknownFederation(subject, issuer);
        }

        if (token.ClaimText("aud") is var audience && audience != Audience)
        {
            return SignInError.WrongAudience(audience ?? "");
        }

        return !IsSigned(token, federation) ? SignInError.UnsignedFederation()
            : clock.GetUtcNow() < token.Moment("exp") ? null
            : SignInError.ExpiredAssertion();
    }

    private static bool IsSigned(JsonWebToken token, SimulatedFederation federation)
    {
        using var key = RSA.Create();
        key.ImportFromPem(federation.PublicKeyPem);
        return token.HeaderText("alg") == "RS256"
            && key.VerifyData(token.SignedPart, token.Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
