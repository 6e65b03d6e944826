using System.CommandLine;
using Switchbook.Links;
using Switchbook.Synchronization;

namespace Switchbook.Cli;

/// <summary><c>link preview NAME</c>: what a run would do, entry by entry; changes nothing.</summary>
internal static class LinkPreviewCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The link to preview." };
        var command = new Command("preview", "Shows what a run would add, change and remove; changes nothing.") { name, Verb.Json };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var link = await installation.Get<LinkStore>().FindAsync(parsed.GetRequiredValue(name), cancellationToken);
            var json = parsed.GetValue(Verb.Json);
            var preview = await ProgressLine.ShowAsync(
                $"Reading {link.Name}",
                progress => installation.Get<RunPlanner>().PreviewAsync(link, progress, cancellationToken));
            if (preview.Report.Error is { } problem)
            {
                Output.Fail(problem);
            }

            if (json)
            {
                Output.WriteJson(new[] { PreviewJson.From(preview) });
            }
            else
            {
                Print(preview);
            }

            return RunText.Worst([preview.Report]);
        });
        return command;
    }

    private static void Print(Preview preview)
    {
        ChangeTable.Write(preview.Changes);
        Output.Say(RunText.Summary(preview.Report));
        Output.Say("Nothing was changed.");
    }
}
