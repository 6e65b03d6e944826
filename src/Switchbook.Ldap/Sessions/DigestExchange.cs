using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

using Switchbook.Ldap.Access;

namespace Switchbook.Ldap.Sessions;

/// <summary>One exchange of SASL DIGEST-MD5 (RFC 2831), authentication only, without a security layer.</summary>
internal sealed partial class DigestExchange
{
    public const string Mechanism = "DIGEST-MD5";

    private readonly string _nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
    private readonly string _realm;

    public DigestExchange(string realm)
    {
        _realm = realm;
        Challenge = Encoding.UTF8.GetBytes(
            $"realm=\"{realm}\",nonce=\"{_nonce}\",qop=\"auth\",charset=utf-8,algorithm=md5-sess");
    }

    /// <summary>What the client is asked.</summary>
    public ReadOnlyMemory<byte> Challenge { get; }

    /// <summary>Checks the client's answer.</summary>
    /// <returns>Who it is, and the server's own proof; null when the answer is wrong.</returns>
    public async ValueTask<(string User, byte[] ServerProof)?> AnswerAsync(
        ReadOnlyMemory<byte> answer, ILdapAccess access, LdapPeer peer, CancellationToken cancellationToken)
    {
        var fields = ReadFields(Encoding.UTF8.GetString(answer.Span));
        var user = fields.GetValueOrDefault("username", "");
        if (fields.GetValueOrDefault("nonce") != _nonce
            || fields.GetValueOrDefault("nc") != "00000001"
            || fields.GetValueOrDefault("realm", "") != _realm
            || fields.GetValueOrDefault("qop", "auth") != "auth"
            || !fields.GetValueOrDefault("digest-uri", "").StartsWith("ldap/", StringComparison.OrdinalIgnoreCase)
            || !fields.TryGetValue("cnonce", out var clientNonce)
            || !fields.TryGetValue("response", out var response))
        {
            return null;
        }

        // An unknown user costs as much time as a wrong password.
        var secret = await access.DigestSecretAsync(user, _realm, peer, cancellationToken);
        var first = FirstHash(secret ?? new byte[16], clientNonce, fields.GetValueOrDefault("authzid"));
        var expected = Hash(first, clientNonce, "AUTHENTICATE:" + fields["digest-uri"]);
        var isRight = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(response));
        if (!isRight || secret is null || fields.GetValueOrDefault("authzid") is { Length: > 0 } other && other != user && other != "u:" + user)
        {
            access.RefusedDigest(user, peer);
            return null;
        }

        return (user, Encoding.UTF8.GetBytes("rspauth=" + Hash(first, clientNonce, ":" + fields["digest-uri"])));
    }

    private string FirstHash(byte[] secret, string clientNonce, string? authorization)
    {
        var tail = $":{_nonce}:{clientNonce}" + (authorization is null ? "" : ":" + authorization);
        return Md5Hex([.. secret, .. Encoding.UTF8.GetBytes(tail)]);
    }

    private string Hash(string first, string clientNonce, string second) =>
        Md5Hex(Encoding.UTF8.GetBytes($"{first}:{_nonce}:00000001:{clientNonce}:auth:{Md5Hex(Encoding.UTF8.GetBytes(second))}"));

    private static Dictionary<string, string> ReadFields(string text)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Field().Matches(text))
        {
            var quoted = match.Groups["quoted"];
            fields[match.Groups["name"].Value] = quoted.Success
                ? Escape().Replace(quoted.Value, "${character}")
                : match.Groups["plain"].Value;
        }

        return fields;
    }

    private static string Md5Hex(byte[] octets)
    {
#pragma warning disable CA5351 // The mechanism is made of MD5; it is off unless an operator asks for it.
        return Convert.ToHexString(MD5.HashData(octets)).ToLower(CultureInfo.InvariantCulture);
#pragma warning restore CA5351
    }

    [GeneratedRegex("""(?<name>[A-Za-z-]+)=("(?<quoted>([^"\\]|\\.)*)"|(?<plain>[^",\s]+))""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Field();

    [GeneratedRegex("""\\(?<character>.)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Escape();
}
