namespace Switchbook.Graph;

/// <summary>Counts what a read does, tells it as it happens, and keeps the budget of waiting.</summary>
internal sealed class ReadMeter(TimeSpan maximumWait, TimeProvider time, IProgress<ReadProgress>? progress)
{
    private readonly Lock _lock = new();
    private ReadProgress _state = ReadProgress.None;

    /// <summary>How far the read is.</summary>
    public ReadProgress Current
    {
        get
        {
            lock (_lock)
            {
                return _state;
            }
        }
    }

    public void Requested() => Change(state => state with { Requests = state.Requests + 1 });

    public void PageRead(int people) =>
        Change(state => state with { Pages = state.Pages + 1, People = state.People + people });

    /// <summary>Takes a wait out of the budget; waits at the same time count once. False when the budget ends.</summary>
    public bool TryWait(TimeSpan wait)
    {
        var now = time.GetUtcNow();
        var until = now + wait;
        lock (_lock)
        {
            var from = _state.WaitingUntil is { } other && other > now ? other : now;
            var more = until > from ? until - from : TimeSpan.Zero;
            if (_state.Throttled + more > maximumWait)
            {
                return false;
            }

            var latest = until > from ? until : from;
            Change(state => state with { Throttled = state.Throttled + more, WaitingUntil = latest });
            return true;
        }
    }

    /// <summary>A wait is over; another one may still go on.</summary>
    public void Resumed() =>
        Change(state => state.WaitingUntil <= time.GetUtcNow() ? state with { WaitingUntil = null } : state);

    private void Change(Func<ReadProgress, ReadProgress> change)
    {
        lock (_lock)
        {
            var before = _state;
            _state = change(before);
            if (!ReferenceEquals(before, _state))
            {
                progress?.Report(_state);
            }
        }
    }
}
