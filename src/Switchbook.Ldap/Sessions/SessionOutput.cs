using System.Buffers;
using System.IO.Pipelines;

using Switchbook.Ldap.Codec;

namespace Switchbook.Ldap.Sessions;

/// <summary>
/// A connection's way out, shared by its operations: whole messages go in, one batch at a time. A client that does not read
/// makes <see cref="SendAsync"/> wait, and <see cref="WaitingSince"/> tells for how long.
/// </summary>
internal sealed class SessionOutput(PipeWriter pipe, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private long _waitingSince;

    /// <summary>The timestamp since when a client leaves its output unread; 0 when it does not.</summary>
    public long WaitingSince => Volatile.Read(ref _waitingSince);

    /// <summary>The pipe; another one once TLS is up. Only to be changed while nothing is under way.</summary>
    public PipeWriter Pipe { get; set; } = pipe;

    /// <summary>Sends what a writer holds, and empties it. Nothing needs to cancel it: it ends with the connection.</summary>
    /// <returns>False when the client is gone.</returns>
    public async ValueTask<bool> SendAsync(BerWriter batch)
    {
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            Pipe.Write(batch.WrittenSpan);
            batch.Reset();
            var flush = Pipe.FlushAsync(CancellationToken.None);
            if (flush.IsCompletedSuccessfully)
            {
                return !flush.Result.IsCompleted;
            }

            Volatile.Write(ref _waitingSince, time.GetTimestamp());
            return !(await flush).IsCompleted;
        }
        finally
        {
            Volatile.Write(ref _waitingSince, 0);
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
