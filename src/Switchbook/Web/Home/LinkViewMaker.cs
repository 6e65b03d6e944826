using Switchbook.Graph;
using Switchbook.Links;
using Switchbook.Synchronization;
using Switchbook.Web.Shell;

namespace Switchbook.Web.Home;

/// <summary>Puts what is known of a link into the words of the page.</summary>
internal sealed class LinkViewMaker(Wording T)
{
    /// <param name="runs">The latest runs, newest first.</param>
    /// <param name="good">The latest run that succeeded, however old.</param>
    public LinkView Make(Link link, IReadOnlyList<StoredRun> runs, StoredRun? good, LiveRun? live, DateTimeOffset? next)
    {
        var last = runs.Count > 0 ? runs[0].Report : null;
        var tone = (live, last) switch
        {
            (not null, _) => LinkTone.Running,
            (_, null) => LinkTone.Waiting,
            _ => Tone(last),
        };
        var view = new LinkView
        {
            Id = link.Id,
            Name = link.Name,
            Scope = Scope(link.Scope),
            Tone = tone,
            State = State(tone, last),
            Next = live is null ? next : null,
            Resync = link.Resync,
            LeastResync = link.LeastResync,
            Running = live is null ? null : Running(live.Progress, good?.Report.People),
            Reason = last?.Error is { } problem ? ProblemView.Of(problem) : null,
            Runs = [.. runs.Reverse().Select(Mark)],
        };
        return good is null ? view : WithData(view, good);
    }

    private LinkView WithData(LinkView view, StoredRun good) => view with
    {
        Entries = good.Report.Entries,
        People = good.Report.People,
        DataFrom = good.FinishedAt,
        Changes = T.Changes(good.Report.Added, good.Report.Changed, good.Report.Removed),
        Skipped = [.. good.Report.Skipped.Select(skipped => T.Skipped(skipped.Reason, skipped.Count))],
        OverLimit = good.Report.OverLimit,
    };

    private static LinkTone Tone(RunReport report) => report switch
    {
        { Outcome: RunOutcome.Failed } => LinkTone.Bad,
        { Outcome: RunOutcome.Held } => LinkTone.Warning,
        { OverLimit: > 0 } => LinkTone.Warning,
        _ => LinkTone.Good,
    };

    private string State(LinkTone tone, RunReport? last) => (tone, last) switch
    {
        (LinkTone.Running, _) => T["Synchronizing"],
        (_, null) => T["Waiting for its first run"],
        _ => T.Outcome(last.Outcome, last.OverLimit),
    };

    private string Scope(ReadScope scope) => scope switch
    {
        ReadScope.Group => T["Group Directory"],
        _ => T["Tenant Directory"],
    };

    private static RunningView Running(ReadProgress? progress, int? expected)
    {
        var people = progress?.People ?? 0;
        int? percent = expected > 0 ? (int)Math.Min(99, 100L * people / expected.Value) : null;
        return new(people, progress?.Pages ?? 0, percent, progress?.WaitingUntil);
    }

    private RunMark Mark(StoredRun run)
    {
        var tone = Tone(run.Report);
        var changes = run.Report.Outcome == RunOutcome.Succeeded ? T.Changes(run.Report.Added, run.Report.Changed, run.Report.Removed) : run.Report.Error?.Message ?? "";
        return new(run.Id, tone, $"{T.Exact(run.FinishedAt)}: {State(tone, run.Report)}. {changes}");
    }
}
