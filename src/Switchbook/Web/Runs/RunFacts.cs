using Switchbook.Synchronization;
using Switchbook.Web.Shell;

namespace Switchbook.Web.Runs;

/// <summary>An ended run in words: its times, its counts, and whom it skipped.</summary>
internal static class RunFacts
{
    public static LinkTone Tone(RunReport report) => report switch
    {
        { Outcome: RunOutcome.Failed } => LinkTone.Bad,
        { Outcome: RunOutcome.Held } or { OverLimit: > 0 } => LinkTone.Warning,
        _ => LinkTone.Good,
    };

    public static IEnumerable<(string Label, string Text)> Of(StoredRun run, Wording words)
    {
        var report = run.Report;
        yield return (words["Started"], words.Exact(run.StartedAt));
        yield return (words["Duration"], words.Short(TimeSpan.FromSeconds(report.DurationSeconds)));
        yield return (words["Mode"], report.Mode == RunMode.Full ? words["full"] : words["only what changed"]);
        yield return (words["Requests"], Wording.Number(report.Requests));
        yield return (words["Waited for the service"], words.Short(TimeSpan.FromSeconds(report.ThrottledSeconds)));
        if (report.Outcome == RunOutcome.Failed)
        {
            yield break;
        }

        yield return (words["People"], Wording.Number(report.People));
        yield return (words["Entries"], Wording.Number(report.Entries));
        yield return (words["Unchanged"], Wording.Number(report.Unchanged));
        yield return (words["Duplicates"], Wording.Number(report.Duplicates));
        yield return (words["Over the limit"], Wording.Number(report.OverLimit));
        foreach (var skipped in report.Skipped)
        {
            yield return (words["Skipped"], words.Skipped(skipped.Reason, skipped.Count));
        }
    }
}
