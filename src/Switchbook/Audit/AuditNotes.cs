using System.Net;
using System.Threading.Channels;
using System.Threading.RateLimiting;
using Switchbook.Storage.Auditing;

namespace Switchbook.Audit;

/// <summary>
/// Lines for the audit record of who came in and who was refused, which must not wait for the database: they are written within a
/// moment. Neither a guesser nor many can fill the record or the memory: refusals are told up to a number, and so is what is lost.
/// </summary>
internal sealed class AuditNotes(TimeProvider time) : IDisposable
{
    /// <summary>Refusals of one address that are told in a minute.</summary>
    public const int MostRefusals = 20;

    private const int MostWaiting = 10_000;

    private readonly Channel<AuditRow> _waiting = Channel.CreateBounded<AuditRow>(MostWaiting);

    private readonly PartitionedRateLimiter<IPAddress> _refusals = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
        RateLimitPartition.GetFixedWindowLimiter(
            address, _ => new() { PermitLimit = MostRefusals, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    private long _lost;

    public ChannelReader<AuditRow> Waiting => _waiting.Reader;

    public void Add(string kind, AuditActor actor, string subject)
    {
        var line = new AuditRow { At = time.GetUtcNow(), Kind = kind, Actor = actor.Name, Address = actor.Address, Subject = subject };
        if (!_waiting.Writer.TryWrite(line))
        {
            Interlocked.Increment(ref _lost);
        }
    }

    /// <param name="kind">Such as <c>client.refused</c>.</param>
    /// <param name="subject">Whom they said to be, when there is such a one; never what else they typed.</param>
    /// <param name="address">Where they are.</param>
    public void Refused(string kind, string subject, IPAddress address)
    {
        using var lease = _refusals.AttemptAcquire(address);
        if (lease.IsAcquired)
        {
            Add(kind, new("somebody", address.ToString()), subject);
        }
    }

    /// <summary>How many lines were lost since this was last asked.</summary>
    public long TakeLost() => Interlocked.Exchange(ref _lost, 0);

    /// <summary>No more comes.</summary>
    public void Complete() => _waiting.Writer.TryComplete();

    public void Dispose() => _refusals.Dispose();
}
