using System.CommandLine;
using Switchbook.Links;
using Switchbook.Synchronization;

namespace Switchbook.Cli;

/// <summary><c>link discard NAME</c> and <c>link apply-next NAME</c>: what is to become of a run that is held.</summary>
internal static class LinkDecideCommand
{
    public static Command CreateDiscard() => Create(
        "discard",
        "Forgets the run that is held; the directory stays as it is, and the next run is judged anew.",
        (runs, link, cancellationToken) => runs.DiscardAsync(link, cancellationToken),
        "The held run is forgotten; the directory is as it was.");

    public static Command CreateApplyNext() => Create(
        "apply-next",
        "Lets the next run do what the held one would, if it finds the same; what goes beyond is judged as ever.",
        (runs, link, cancellationToken) => runs.ApplyNextAsync(link, cancellationToken),
        "The next run may do what this one would.");

    private static Command Create(string verb, string description, Func<HeldRuns, Link, CancellationToken, Task> decide, string done)
    {
        var name = new Argument<string>("NAME") { Description = "The link whose run is held." };
        var command = new Command(verb, description) { name };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var link = await installation.Get<LinkStore>().FindAsync(parsed.GetRequiredValue(name), cancellationToken);
            await decide(installation.Get<HeldRuns>(), link, cancellationToken);
            Output.Say(done);
            return ExitCode.Done;
        });
        return command;
    }
}
