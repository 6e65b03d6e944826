namespace Switchbook.Graph;

/// <summary>
/// The time before which an application must not ask a tenant again, shared by all links that read it: what is asked
/// earlier is refused and prolongs the throttling.
/// </summary>
internal sealed class ThrottleGate
{
    private readonly Lock _lock = new();
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    private RequestFailure? _cause;

    /// <param name="cause">What was refused.</param>
    public void Close(DateTimeOffset until, RequestFailure cause)
    {
        lock (_lock)
        {
            if (until > _notBefore)
            {
                (_notBefore, _cause) = (until, cause);
            }
        }
    }

    /// <summary>The refusal that closes the gate at <paramref name="now"/>, with the rest of its wait; null when open.</summary>
    public RequestFailure? Closed(DateTimeOffset now)
    {
        lock (_lock)
        {
            // In whole milliseconds, as timers count: a rest would be waited for in a busy circle.
            return _notBefore > now
                ? _cause! with { RetryAfter = TimeSpan.FromMilliseconds(Math.Ceiling((_notBefore - now).TotalMilliseconds)) }
                : null;
        }
    }
}
