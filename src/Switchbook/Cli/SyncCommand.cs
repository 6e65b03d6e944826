using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Switchbook.Links;
using Switchbook.Synchronization;

namespace Switchbook.Cli;

/// <summary><c>sync [NAME…]</c>: runs links now.</summary>
internal static class SyncCommand
{
    public static Command Create()
    {
        var names = new Argument<string[]>("NAME")
        {
            Description = "The links to run; all of them when none is named.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var full = new Option<bool>("--full") { Description = "Read everyone, even where a difference would do." };
        var apply = new Option<bool>("--apply") { Description = "Apply even what a guard would hold." };
        var command = new Command("sync", "Synchronizes now.") { names, full, apply, Verb.Json };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var links = await SelectedAsync(installation, parsed.GetValue(names) ?? [], cancellationToken);
            var request = new RunRequest(parsed.GetValue(full), Interactive: true, Apply: parsed.GetValue(apply));
            var reports = ImmutableArray.CreateBuilder<RunReport>();
            foreach (var link in links)
            {
                var monitor = installation.Get<RunMonitor>();
                reports.Add(await ProgressLine.ShowAsync(
                    $"Synchronizing {link.Name}",
                    bar => monitor.FollowAsync(link.Id, bar, () => installation.Get<Synchronizer>().RunAsync(link, request, cancellationToken))));
            }

            Print(reports.ToImmutable(), parsed.GetValue(Verb.Json));
            return RunText.Worst(reports);
        });
        return command;
    }

    private static async Task<ImmutableArray<Link>> SelectedAsync(Installation installation, string[] names, CancellationToken cancellationToken)
    {
        var store = installation.Get<LinkStore>();
        if (names.Length == 0)
        {
            return await store.ListAsync(cancellationToken);
        }

        var links = ImmutableArray.CreateBuilder<Link>();
        foreach (var name in names)
        {
            links.Add(await store.FindAsync(name, cancellationToken));
        }

        return links.ToImmutable();
    }

    private static void Print(ImmutableArray<RunReport> reports, bool json)
    {
        foreach (var failed in reports.Where(report => report.Error is not null))
        {
            Output.Fail(failed.Error!);
        }

        if (json)
        {
            Output.WriteJson(reports.Select(report => JsonSerializer.SerializeToNode(report, RunJson.Instance.RunReport)));
            return;
        }

        if (reports.Length == 0)
        {
            Output.Say("There is no link yet. Make one with 'switchbook link add'.");
            return;
        }

        foreach (var report in reports)
        {
            Console.Out.WriteLine(RunText.Summary(report));
        }
    }
}
