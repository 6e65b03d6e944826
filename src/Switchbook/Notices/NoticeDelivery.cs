using Microsoft.Extensions.Options;
using Switchbook.Notices.Channels;
using Switchbook.Problems;

namespace Switchbook.Notices;

/// <summary>Tries to deliver a notice by one channel, within a limit of time.</summary>
internal sealed class NoticeDelivery(NoticeChannels channels, IOptions<NoticeOptions> options, TimeProvider time)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public IReadOnlyList<INoticeChannel> Channels => channels.All;

    /// <returns>What the other side answered.</returns>
    /// <exception cref="ProblemException">It did not take the notice.</exception>
    public async Task<string> SendAsync(INoticeChannel channel, Notice notice, CancellationToken cancellationToken)
    {
        var limit = options.Value.Timeout;
        using var late = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await channel.SendAsync(notice, either.Token);
        }
        catch (OperationCanceledException slow) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ProblemException(NoticeProblems.TooSlow.With(channel.Name, limit.TotalSeconds), slow);
        }
    }

    /// <summary>How long to wait after so many tries; null when there were enough. It doubles, up to an hour.</summary>
    public TimeSpan? WaitAfter(int tries) => tries >= options.Value.MaximumTries
        ? null
        : TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << Math.Min(tries - 1, 20)));
}
