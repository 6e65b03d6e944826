using System.Threading.Channels;
using Switchbook.Links;
using Switchbook.Synchronization;

namespace Switchbook.Api;

/// <summary>A run that a program asks for, and waits for if it likes.</summary>
internal sealed class AskedRun(SyncSchedule schedule, DirectoryStore store, RunMonitor monitor, TimeProvider time)
{
    /// <summary>Times are stored in whole milliseconds.</summary>
    private static readonly TimeSpan StoredPrecision = TimeSpan.FromMilliseconds(1);

    public void Begin(Link link) => schedule.RunNow(link.Id);

    /// <summary>Runs <paramref name="link"/>, after the run that is under way if there is one.</summary>
    /// <returns>Null when another process runs this link.</returns>
    public async Task<RunReport?> RunAsync(Link link, CancellationToken cancellationToken)
    {
        var changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        void Note(object? sender, EventArgs arguments) => changed.Writer.TryWrite(true);

        monitor.Changed += Note;
        try
        {
            var underWay = monitor.Running(link.Id) is not null;
            var planned = monitor.Next(link.Id);
            var before = await LatestAsync(link, cancellationToken);
            var asked = time.GetUtcNow() - StoredPrecision;
            Begin(link);
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
