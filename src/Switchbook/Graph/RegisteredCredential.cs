using System.Security.Cryptography;

namespace Switchbook.Graph;

/// <summary>A secret or a certificate as the application's registration lists it; nobody can sign in with what stands here.</summary>
/// <param name="KeyId">The portal's "Secret ID" or "Certificate ID".</param>
/// <param name="Hint">The first three characters of a secret; null of a certificate.</param>
/// <param name="Thumbprint">SHA-1 in hexadecimal, as the portal shows it; null of a secret.</param>
internal sealed record RegisteredCredential(string KeyId, DateTimeOffset Ends, string? Hint, string? Thumbprint)
{
    /// <summary>
    /// The one of <paramref name="registered"/> that <paramref name="credential"/> is. A secret shows three characters only:
    /// of several that begin alike the one that was found before is taken, else the one that ends first, since a warning too
    /// early is better than one too late.
    /// </summary>
    public static RegisteredCredential? Find(
        IReadOnlyList<RegisteredCredential> registered, ClientCredential credential, string? knownKeyId, DateTimeOffset now)
    {
        var fitting = registered.Where(one => one.Is(credential)).OrderBy(one => one.Ends < now).ThenBy(one => one.Ends).ToList();
        return fitting.Find(one => one.KeyId == knownKeyId) ?? fitting.FirstOrDefault();
    }

    private bool Is(ClientCredential credential) => credential switch
    {
        ClientCredential.Secret secret => Hint is { Length: > 0 } hint && secret.Value.StartsWith(hint, StringComparison.Ordinal),
        ClientCredential.Certificate certificate =>
            string.Equals(Thumbprint, certificate.Value.GetCertHashString(HashAlgorithmName.SHA1), StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
