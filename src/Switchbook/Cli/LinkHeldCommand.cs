using System.CommandLine;
using Switchbook.Links;
using Switchbook.Synchronization;

namespace Switchbook.Cli;

/// <summary><c>link held NAME</c>: why a run is held, and what it would do.</summary>
internal static class LinkHeldCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The link whose run is held." };
        var command = new Command("held", "Shows why a guard holds a run and what it would do.") { name, Verb.Json };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var link = await installation.Get<LinkStore>().FindAsync(parsed.GetRequiredValue(name), cancellationToken);
            var held = await installation.Get<HeldRuns>().GetAsync(link, cancellationToken);
            if (parsed.GetValue(Verb.Json))
            {
                Output.WriteJson(HeldJson.Of(held));
                return ExitCode.Done;
            }

            ChangeTable.Write(held.Changes);
            Output.Fail(held.Report.Error!);
            Output.Say($"Held since {held.Since.ToLocalTime():yyyy-MM-dd HH:mm}; the last good directory is served.");
            Output.Say(held.ApplyNext
                ? "The next run is allowed to do this."
                : $"Apply now: 'switchbook sync {link.Name} --apply'. When the next run agrees: 'switchbook link apply-next {link.Name}'. Not at all: 'switchbook link discard {link.Name}'.");
            return ExitCode.Done;
        });
        return command;
    }
}
