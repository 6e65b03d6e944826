namespace Switchbook.Graph;

/// <summary>
/// The time before which an application must not ask a tenant again, shared by all links that read it: what is asked
/// earlier is refused and prolongs the throttling.
/// </summary>
internal sealed class ThrottleGate
{
    private readonly Lock _lock = new();
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;

    public void Close(DateTimeOffset until)
    {
        lock (_lock)
        {
            _notBefore = until > _notBefore ? until : _notBefore;
        }
    }

    /// <summary>How long to wait from <paramref name="now"/> on; zero when open.</summary>
    public TimeSpan Remaining(DateTimeOffset now)
    {
        lock (_lock)
        {
            return _notBefore > now ? _notBefore - now : TimeSpan.Zero;
        }
    }
}
