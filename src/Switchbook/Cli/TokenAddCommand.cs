using System.CommandLine;
using Switchbook.Access.Operators;
using Switchbook.Access.Tokens;

namespace Switchbook.Cli;

/// <summary><c>token add NAME</c>: lets a program ask the API.</summary>
internal static class TokenAddCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "What the token is for, such as the program's name." };
        var role = new Option<OperatorRole>("--role")
        {
            Description = "What the program may do: viewer (reads), operator (runs links, edits entries) or administrator (all).",
            DefaultValueFactory = _ => OperatorRole.Viewer,
        };
        role.AcceptOnlyFromAmong([.. Enum.GetNames<OperatorRole>().Select(each => each.ToLowerInvariant())]);
        var days = new Option<int>("--days")
        {
            Description = $"For how many days it counts, 1 to {ApiTokenStore.MostDays}.",
            DefaultValueFactory = _ => ApiTokenStore.DefaultDays,
        };
        var command = new Command("add", "Makes a token for the API and prints it, this once.") { name, role, days, Verb.Json };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var (stored, token) = await installation.Get<ApiTokenStore>()
                .AddAsync(parsed.GetRequiredValue(name), parsed.GetValue(role), parsed.GetValue(days), cancellationToken);
            if (parsed.GetValue(Verb.Json))
            {
                Output.WriteJson(new { stored.Name, stored.Role, stored.EndsAt, Token = token });
            }
            else
            {
                Output.Say($"'{stored.Name}' may ask the API as {stored.Role.ToString().ToLowerInvariant()} until {stored.EndsAt:yyyy-MM-dd}, with 'Authorization: Bearer' and this token, which is shown this once:");
                Console.Out.WriteLine(token);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
