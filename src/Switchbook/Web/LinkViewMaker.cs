using System.Collections.Immutable;
using System.Globalization;
using Switchbook.Graph;
using Switchbook.Links;
using Switchbook.Synchronization;

namespace Switchbook.Web;

/// <summary>Puts what is known of a link into the words of the page.</summary>
internal static class LinkViewMaker
{
    /// <param name="runs">The latest runs, newest first.</param>
    /// <param name="good">The latest run that succeeded, however old.</param>
    public static LinkView Make(Link link, IReadOnlyList<StoredRun> runs, StoredRun? good, LiveRun? live, DateTimeOffset? next)
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
            Running = live is null ? null : Running(live.Progress, good?.Report.People),
            Reason = last?.Error is { } problem ? new(problem.Code, problem.Message, problem.Action) : null,
            Runs = [.. runs.Reverse().Select(Mark)],
        };
        return good is null ? view : WithData(view, good);
    }

    private static LinkView WithData(LinkView view, StoredRun good) => view with
    {
        Entries = good.Report.Entries,
        People = good.Report.People,
        DataFrom = good.FinishedAt,
        Changes = Changes(good.Report),
        Skipped = [.. good.Report.Skipped.Select(Skipped)],
        OverLimit = good.Report.OverLimit,
    };

    private static LinkTone Tone(RunReport report) => report switch
    {
        { Outcome: RunOutcome.Failed } => LinkTone.Bad,
        { Outcome: RunOutcome.Held } => LinkTone.Warning,
        { OverLimit: > 0 } => LinkTone.Warning,
        _ => LinkTone.Good,
    };

    private static string State(LinkTone tone, RunReport? last) => tone switch
    {
        LinkTone.Waiting => "Waiting for its first run",
        LinkTone.Running => "Synchronizing",
        LinkTone.Good => "Succeeded",
        LinkTone.Bad => "Failed",
        _ => last?.Outcome == RunOutcome.Held ? "Held" : "Succeeded with overflow",
    };

    private static string Scope(ReadScope scope) => scope switch
    {
        ReadScope.Group => "Group Directory",
        _ => "Tenant Directory",
    };

    private static RunningView Running(ReadProgress? progress, int? expected)
    {
        var people = progress?.People ?? 0;
        int? percent = expected > 0 ? (int)Math.Min(99, 100L * people / expected.Value) : null;
        return new(people, progress?.Pages ?? 0, percent, progress?.WaitingUntil);
    }

    private static string Changes(RunReport report) => (report.Added + report.Changed + report.Removed) switch
    {
        0 => "No changes",
        _ => string.Join(", ", Counted(report.Added, "added").Concat(Counted(report.Changed, "changed")).Concat(Counted(report.Removed, "removed"))),
    };

    private static ImmutableArray<string> Counted(int count, string word) =>
        count == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{count:N0} {word}")];

    private static string Skipped(SkippedCount skipped) =>
        string.Create(CultureInfo.InvariantCulture, $"{skipped.Count:N0} {SkippedWords(skipped.Reason)}");

    private static string SkippedWords(string reason) => reason switch
    {
        "noName" => "without a name",
        "noNumber" => "without a number",
        "noUsableNumber" => "without a usable number",
        _ => reason,
    };

    private static RunMark Mark(StoredRun run)
    {
        var tone = Tone(run.Report);
        var changes = run.Report.Outcome == RunOutcome.Succeeded ? Changes(run.Report).ToLowerInvariant() : run.Report.Error?.Message ?? "";
        return new(
            run.Id,
            tone,
            string.Create(CultureInfo.InvariantCulture, $"{run.FinishedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC, {State(tone, run.Report).ToLowerInvariant()}: {changes}"));
    }
}
