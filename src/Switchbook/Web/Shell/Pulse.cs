using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Switchbook.PhoneDirectory;
using Switchbook.Synchronization;

namespace Switchbook.Web.Shell;

/// <summary>When a window should look again: soon after something happened, and once a second for the ages it shows.</summary>
internal sealed class Pulse(RunMonitor monitor, CurrentDirectory directory, TimeProvider time)
{
    /// <summary>Progress comes page by page; eyes need no more than this.</summary>
    private static readonly TimeSpan ShortestGap = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(1);

    /// <summary>Beats until <paramref name="cancellationToken"/> is cancelled, which ends the sequence by throwing.</summary>
    public async IAsyncEnumerable<DateTimeOffset> BeatAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var happened = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        void Note(object? sender, EventArgs arguments) => happened.Writer.TryWrite(true);

        monitor.Changed += Note;
        directory.Published += Note;
        using var clock = time.CreateTimer(_ => happened.Writer.TryWrite(true), null, LongestGap, LongestGap);
        try
        {
            while (true)
            {
                await happened.Reader.ReadAsync(cancellationToken);
                yield return time.GetUtcNow();
                await Task.Delay(ShortestGap, time, cancellationToken);
            }
        }
        finally
        {
            monitor.Changed -= Note;
            directory.Published -= Note;
        }
    }
}
