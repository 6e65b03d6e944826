using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Switchbook.Access.Tokens;

/// <summary>Tokens as programs show them: <c>Authorization: Bearer switchbook_…</c> (RFC 6750, section 2.1).</summary>
internal static class ApiTokenText
{
    /// <summary>So that whoever searches files for lost secrets finds them.</summary>
    private const string Prefix = "switchbook_";

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>62 to the power of 32: 190 bits.</summary>
    private const int Length = 32;

    public static string Make() => $"{Prefix}{RandomNumberGenerator.GetString(Alphabet, Length)}";

    /// <summary>A token is random and long, so that a plain digest serves where a password needs a slow one.</summary>
    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <returns>Null when the request shows none.</returns>
    public static string? Of(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
        && header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            ? header.Parameter ?? ""
            : null;
}
