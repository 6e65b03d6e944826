using System.CommandLine;
using System.Globalization;
using Switchbook.Access.Clients;

namespace Switchbook.Cli;

/// <summary><c>client edit NAME</c>: changes it, from the next second on.</summary>
internal static class ClientEditCommand
{
    private const string Nothing = "none";

    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The client." };
        var view = new Option<string>("--view") { Description = "The view that it has from now on, or none for the whole directory." };
        var rate = new Option<string>("--rate") { Description = "How often it may ask in a second, from all its addresses together, or none for no limit of its own." };
        rate.Validators.Add(given =>
        {
            if (given.Tokens is [{ Value: not Nothing } one] && !int.TryParse(one.Value, CultureInfo.InvariantCulture, out _))
            {
                given.AddError("--rate takes a number, or none.");
            }
        });
        var command = new Command("edit", "Changes what a client sees of the directory, or how often it may ask.") { name, view, rate };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var (client, store) = (parsed.GetRequiredValue(name), installation.Get<ClientStore>());
            if (parsed.GetValue(view) is { } chosen)
            {
                await store.SetViewAsync(client, chosen == Nothing ? null : chosen, cancellationToken);
                Output.Say($"Client '{client}' sees {(chosen == Nothing ? "the whole directory" : $"the view '{chosen}'")}.");
            }

            if (parsed.GetValue(rate) is { } limit)
            {
                await store.SetRateAsync(client, limit == Nothing ? null : int.Parse(limit, CultureInfo.InvariantCulture), cancellationToken);
                Output.Say(limit == Nothing ? $"Client '{client}' has no limit of its own." : $"Client '{client}' may ask {limit} times in a second.");
            }

            return ExitCode.Done;
        });
        return command;
    }
}
