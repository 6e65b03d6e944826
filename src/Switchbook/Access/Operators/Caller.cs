using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;

namespace Switchbook.Access.Operators;

/// <summary>
/// Who asks, in ASP.NET Core's terms: authentication schemes, and what an identity claims. An identity has its role and all those
/// below it, so that a door names the least role that it needs.
/// </summary>
internal static class Caller
{
    /// <summary>The default scheme: whoever signed in; while there is no operator, this computer.</summary>
    public const string Scheme = "Caller";

    /// <summary>Who signed in, by cookie.</summary>
    public const string Session = "Session";

    /// <summary>A program on this computer.</summary>
    public const string ThisComputer = "ThisComputer";

    /// <summary>A program that shows a token.</summary>
    public const string Token = "Token";

    private const string StampClaim = "stamp";
    private const string SessionIdClaim = "sid";
    private const string BegunClaim = "auth_time";

    public static ClaimsPrincipal Of(Operator one, DateTimeOffset now) => new(Identity(
        Session,
        one.Name,
        one.Role,
        new(StampClaim, one.Stamp),
        new(SessionIdClaim, RandomNumberGenerator.GetHexString(32)),
        new(BegunClaim, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))));

    public static ClaimsPrincipal OnThisComputer(OperatorRole role) => new(Identity(ThisComputer, "", role));

    public static ClaimsPrincipal WithToken(string name, OperatorRole role) => new(Identity(Token, name, role));

    /// <summary>The session that <paramref name="who"/> signed in for; null for who did not sign in.</summary>
    public static SessionTicket? Ticket(ClaimsPrincipal who) =>
        who.Identities.FirstOrDefault(identity => identity.AuthenticationType == Session) is { Name: { } name } signed
        && signed.FindFirst(StampClaim)?.Value is { } stamp
        && signed.FindFirst(SessionIdClaim)?.Value is { } id
        && long.TryParse(signed.FindFirst(BegunClaim)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var begun)
            ? new(id, name, stamp, DateTimeOffset.FromUnixTimeSeconds(begun))
            : null;

    /// <summary>An operator as the audit record names one.</summary>
    public static string Known(string name) => $"operator {name}";

    /// <summary>Who asks, as the audit record names them.</summary>
    public static string Named(ClaimsPrincipal who) =>
        who.Identities.Where(identity => identity.IsAuthenticated)
            .Select(identity => identity.AuthenticationType switch
            {
                Session => Known(identity.Name ?? ""),
                Token => $"token {identity.Name}",
                _ => null,
            })
            .FirstOrDefault(name => name is not null) ?? (IsThisComputer(who) ? "this computer" : "somebody");

    public static bool IsThisComputer(ClaimsPrincipal who) => who.Identity is { AuthenticationType: ThisComputer };

    public static bool May(this ClaimsPrincipal who, OperatorRole role) => who.IsInRole(role.ToString());

    private static ClaimsIdentity Identity(string scheme, string name, OperatorRole role, params Claim[] more) => new(
        [
            new(ClaimTypes.Name, name),
            .. Enum.GetValues<OperatorRole>().Where(each => each <= role).Select(each => new Claim(ClaimTypes.Role, each.ToString())),
            .. more,
        ],
        scheme);
}
