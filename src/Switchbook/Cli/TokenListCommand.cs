using System.CommandLine;
using System.Globalization;
using Switchbook.Access.Tokens;

namespace Switchbook.Cli;

/// <summary><c>token list</c>: which programs may ask the API, until when, and when they last did; never a token.</summary>
internal static class TokenListCommand
{
    public static Command Create()
    {
        var command = new Command("list", "Lists the tokens for the API.") { Verb.Json };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var tokens = await installation.Get<ApiTokenStore>().ListAsync(cancellationToken);
            if (parsed.GetValue(Verb.Json))
            {
                Output.WriteJson(tokens.Select(token => new { token.Name, token.Role, token.CreatedAt, token.EndsAt, token.LastUsedAt }));
                return ExitCode.Done;
            }

            Output.WriteTable(
                ["Name", "Role", "Since", "Ends", "Last used"],
                tokens.Select(token => (string[])
                [
                    token.Name, token.Role.ToString().ToLowerInvariant(), Day(token.CreatedAt), Day(token.EndsAt),
                    token.LastUsedAt is { } used ? used.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "never",
                ]));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
