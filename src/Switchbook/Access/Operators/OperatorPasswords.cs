using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Switchbook.Problems;

namespace Switchbook.Access.Operators;

/// <summary>What a person's password must be, and the form in which it is kept.</summary>
internal static class OperatorPasswords
{
    public const int Shortest = 10;
    public const int Longest = 128;

    private static readonly PasswordHasher<object> Hasher = new();
    private static readonly object Nobody = new();

    /// <summary>Of a password that nobody knows: checked for names that do not exist, so that these take as long.</summary>
    private static readonly Lazy<string> NobodysHash = new(() => Hash(RandomNumberGenerator.GetHexString(32)));

    /// <exception cref="ProblemException">It is too easy to guess, or cannot be typed.</exception>
    public static void Check(string password, string name)
    {
        if (password.Length is < Shortest or > Longest
            || password.Any(char.IsControl)
            || password.Equals(name, StringComparison.OrdinalIgnoreCase)
            || password.Distinct().Take(2).Count() == 1)
        {
            throw new ProblemException(OperatorProblems.PasswordUnfit.With(Shortest, Longest));
        }
    }

    public static string Hash(string password) => Hasher.HashPassword(Nobody, password);

    /// <param name="hash">Null for a name that does not exist: false, after the same time.</param>
    public static bool Verify(string? hash, string password) =>
        Hasher.VerifyHashedPassword(Nobody, hash ?? NobodysHash.Value, password) != PasswordVerificationResult.Failed && hash is not null;
}
