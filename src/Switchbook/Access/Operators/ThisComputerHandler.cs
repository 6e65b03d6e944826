using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Switchbook.Access.Tokens;

namespace Switchbook.Access.Operators;

/// <summary>
/// Knows programs on this computer without credentials: as administrators while there is no operator, as viewers from then on, at
/// the doors that take them. Who shows a token is known by it alone, here too.
/// </summary>
internal sealed class ThisComputerHandler(
    CurrentOperators operators, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(RemoteAddress.IsOnThisComputer(Context) && ApiTokenText.Of(Request) is null
        ? AuthenticateResult.Success(new(Caller.OnThisComputer(operators.AreNone ? OperatorRole.Administrator : OperatorRole.Viewer), Scheme.Name))
        : AuthenticateResult.NoResult());
}
