using System.CommandLine;
using System.Globalization;
using Switchbook.Access.Operators;

namespace Switchbook.Cli;

/// <summary><c>operator list</c>: who may sign in, and as what; never a secret.</summary>
internal static class OperatorListCommand
{
    public static Command Create()
    {
        var command = new Command("list", "Lists the people who may sign in.") { Verb.Json };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var operators = await installation.Get<OperatorStore>().ListAsync(cancellationToken);
            if (parsed.GetValue(Verb.Json))
            {
                Output.WriteJson(operators.Select(one => new { one.Name, one.Role, one.CreatedAt }));
                return ExitCode.Done;
            }

            Output.WriteTable(
                ["Name", "Role", "Since"],
                operators.Select(one => (string[])
                [
                    one.Name, one.Role.ToString().ToLowerInvariant(), one.CreatedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ]));
            return ExitCode.Done;
        });
        return command;
    }
}
