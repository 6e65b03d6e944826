using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace Switchbook.Access.Clients;

/// <summary>Makes secrets for clients, and the forms in which they are kept.</summary>
internal static class ClientSecrets
{
    /// <summary>Letters and digits that nobody mistakes for others on a phone's display.</summary>
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>32 to the power of 20: 100 bits.</summary>
    private const int Length = 20;

    private static readonly PasswordHasher<object> Hasher = new();
    private static readonly object Nobody = new();

    /// <summary>The realm of DIGEST-MD5; part of what is stored, so never to be changed.</summary>
    public const string DigestRealm = "switchbook";

    public static string Make() => RandomNumberGenerator.GetString(Alphabet, Length);

    public static string Hash(string password) => Hasher.HashPassword(Nobody, password);

    public static bool Verify(string hash, string password) =>
        Hasher.VerifyHashedPassword(Nobody, hash, password) != PasswordVerificationResult.Failed;

    /// <summary>What proves a DIGEST-MD5 bind: MD5(name:realm:password) (RFC 2831, section 2.1.2.1).</summary>
    /// <param name="name">A client's name, which is ASCII.</param>
    /// <param name="password">ASCII: of others some clients hash ISO 8859-1, as the RFC says, and some UTF-8.</param>
    public static byte[] Digest(string name, string password)
    {
#pragma warning disable CA5351 // DIGEST-MD5 is made of it; only clients that ask for it have one.
        return MD5.HashData(Encoding.ASCII.GetBytes($"{name}:{DigestRealm}:{password}"));
#pragma warning restore CA5351
    }

    public static byte[] HashCertificate(X509Certificate2 certificate) => certificate.GetCertHash(HashAlgorithmName.SHA256);

    /// <summary>A token is random and long, so that a plain digest serves where a password needs a slow one.</summary>
    public static byte[] HashToken(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
