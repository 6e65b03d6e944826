using System.Security.Cryptography;
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

    public static string Make() => RandomNumberGenerator.GetString(Alphabet, Length);

    public static string Hash(string password) => Hasher.HashPassword(Nobody, password);

    public static bool Verify(string hash, string password) =>
        Hasher.VerifyHashedPassword(Nobody, hash, password) != PasswordVerificationResult.Failed;

    /// <summary>A token is random and long, so that a plain digest serves where a password needs a slow one.</summary>
    public static byte[] HashToken(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
