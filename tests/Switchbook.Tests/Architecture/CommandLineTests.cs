using System.CommandLine;
using Switchbook.Cli;

namespace Switchbook.Tests.Architecture;

public sealed class CommandLineTests
{
    [Fact]
    public void The_page_names_every_verb_and_option()
    {
        var page = Repository.Page("cli.md");

        Rule.Holds(Names(CommandLine.Create(), []).Where(name => !page.Contains(name, StringComparison.Ordinal)).Distinct());
    }

    [Fact]
    public void Every_verb_and_option_says_what_it_is() =>
        Rule.Holds(Undescribed(CommandLine.Create()));

    // Verbs as in `link add`, options as in --json.
    private static IEnumerable<string> Names(Command command, string[] path)
    {
        foreach (var option in command.Options)
        {
            yield return option.Name;
        }

        if (path.Length > 0 && command.Subcommands.Count == 0)
        {
            yield return $"`{string.Join(' ', path)}";
        }

        foreach (var name in command.Subcommands.SelectMany(verb => Names(verb, [.. path, verb.Name])))
        {
            yield return name;
        }
    }

    private static IEnumerable<string> Undescribed(Command command) =>
        command.Options.Cast<Symbol>().Concat(command.Arguments).Append(command)
            .Where(symbol => string.IsNullOrWhiteSpace(symbol.Description))
            .Select(symbol => $"{command.Name}: {symbol.Name}")
            .Concat(command.Subcommands.SelectMany(Undescribed));
}
