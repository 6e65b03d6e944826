using System.CommandLine;
using Switchbook.Links;

namespace Switchbook.Cli;

/// <summary><c>link order NAME…</c>: which link wins where several give the same person.</summary>
internal static class LinkOrderCommand
{
    public static Command Create()
    {
        var names = new Argument<string[]>("NAME")
        {
            Description = "The links that take precedence, the first one first; the others follow in the order that they have.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("order", "Sets the precedence of links: whom several give stands as the first gives.") { names };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var store = installation.Get<LinkStore>();
            await store.OrderAsync(parsed.GetRequiredValue(names), cancellationToken);
            Output.Say($"Precedence: {string.Join(", ", (await store.ListAsync(cancellationToken)).Select(link => link.Name))}.");
            return ExitCode.Done;
        });
        return command;
    }
}
