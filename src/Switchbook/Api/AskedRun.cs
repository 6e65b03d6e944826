using System.Threading.Channels;
using Switchbook.Links;
using Switchbook.Problems;
using Switchbook.Synchronization;

namespace Switchbook.Api;

/// <summary>A run that a program asks for, and waits for if it likes.</summary>
internal sealed class AskedRun(SyncSchedule schedule, DirectoryStore store, RunMonitor monitor, TimeProvider time)
{
    /// <summary>Times are stored in whole milliseconds.</summary>
    private static readonly TimeSpan StoredPrecision = TimeSpan.FromMilliseconds(1);

    private void Begin(Link link, RunRequest request) => schedule.RunNow(link.Id, request);

    /// <summary>Answers at once that the run will come, or with its report when the program waits for it.</summary>
    /// <exception cref="ProblemException">Another process runs this link.</exception>
    public async Task<IResult> AnswerAsync(Link link, RunRequest request, bool wait, CancellationToken cancellationToken)
    {
        if (!wait)
        {
            Begin(link, request);
            return TypedResults.Accepted($"/api/v1/links/{Uri.EscapeDataString(link.Name)}/runs");
        }

        var report = await RunAsync(link, request, cancellationToken)
            ?? throw new ProblemException(SyncProblems.AlreadyRunning.With(link.Name));
        return TypedResults.Json(report, RunJson.Instance.RunReport);
    }

    /// <summary>Runs <paramref name="link"/>, after the run that is under way if there is one.</summary>
    /// <returns>Null when another process runs this link.</returns>
    private async Task<RunReport?> RunAsync(Link link, RunRequest request, CancellationToken cancellationToken)
    {
        var changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        void Note(object? sender, EventArgs arguments) => changed.Writer.TryWrite(true);

        monitor.Changed += Note;
        try
        {
            // Also while the run's result is being published: its turn ends when the next one is planned.
            var planned = monitor.Next(link.Id);
            var underWay = planned is null;
            var before = await LatestAsync(link, cancellationToken);
            var asked = time.GetUtcNow() - StoredPrecision;
            Begin(link, request);
            while (true)
            {
                await changed.Reader.ReadAsync(cancellationToken);
                var next = monitor.Next(link.Id);
                if (next is null || next == planned)
                {
                    continue;
                }

                if (await LatestAsync(link, cancellationToken) is { } run && run.Id != before?.Id && run.StartedAt > asked)
                {
                    return run.Report;
                }

                if (!underWay)
                {
                    return null;
                }

                (underWay, planned) = (false, next);
            }
        }
        finally
        {
            monitor.Changed -= Note;
        }
    }

    private async Task<StoredRun?> LatestAsync(Link link, CancellationToken cancellationToken) =>
        await store.RunsOfAsync(link.Id, 1, cancellationToken) is [var run] ? run : null;
}
