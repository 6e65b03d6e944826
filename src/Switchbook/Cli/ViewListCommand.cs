using System.CommandLine;
using Switchbook.Access.Views;

namespace Switchbook.Cli;

/// <summary><c>view list</c>: what clients may be given to see.</summary>
internal static class ViewListCommand
{
    public static Command Create()
    {
        var command = new Command("list", "Lists the views.") { Verb.Json };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var views = await installation.Get<ViewStore>().ListAsync(cancellationToken);
            if (parsed.GetValue(Verb.Json))
            {
                Output.WriteJson(views.Select(view => new
                {
                    view.Name,
                    Links = ClientView.Lines(view.Sources),
                    Kinds = ClientView.Lines(view.Kinds),
                    Fields = ClientView.Lines(view.Fields),
                    view.BaseDn,
                }));
                return ExitCode.Done;
            }

            Output.WriteTable(
                ["Name", "Links", "Kinds", "Fields", "Base DN"],
                views.Select(view => (string[])[view.Name, Text(view.Sources), Text(view.Kinds), Text(view.Fields), view.BaseDn ?? ""]));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Text(string? list) => ClientView.Lines(list) switch
    {
        null => "all",
        [] => "none",
        var lines => string.Join(", ", lines),
    };
}
