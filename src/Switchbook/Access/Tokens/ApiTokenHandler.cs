using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Switchbook.Access.Operators;
using Switchbook.Audit;

namespace Switchbook.Access.Tokens;

/// <summary>Knows programs, wherever they are, by the token that they show, at the doors that take programs.</summary>
internal sealed class ApiTokenHandler(
    CurrentApiTokens tokens, AuditNotes notes, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        ApiTokenText.Of(Request) is not { } shown ? AuthenticateResult.NoResult()
        : tokens.Use(shown) is { } token ? AuthenticateResult.Success(new(Caller.WithToken(token.Name, token.Role), Scheme.Name))
        : Refuse());

    private AuthenticateResult Refuse()
    {
        notes.Refused("token.refused", "", RemoteAddress.Of(Context));
        return AuthenticateResult.Fail(ApiTokenProblems.Unknown.With().Message);
    }
}
