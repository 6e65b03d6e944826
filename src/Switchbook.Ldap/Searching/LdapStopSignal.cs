namespace Switchbook.Ldap.Searching;

/// <summary>Tells a running search that its client abandoned it, went away, or that its time is up. Cheap enough to ask per thousand rows.</summary>
public sealed class LdapStopSignal(TimeProvider time, TimeSpan? limit = null)
{
    private readonly long _deadline = limit is { } span
        ? time.GetTimestamp() + (long)(span.TotalSeconds * time.TimestampFrequency)
        : long.MaxValue;

    private volatile bool _cancelled;

    /// <summary>Whether to stop, for either reason.</summary>
    public bool IsRequested => _cancelled || IsTimeUp;

    /// <summary>Whether the client gave the operation up.</summary>
    public bool IsCancelled => _cancelled;

    /// <summary>Whether the time limit is reached.</summary>
    public bool IsTimeUp => _deadline != long.MaxValue && time.GetTimestamp() >= _deadline;

    /// <summary>Asks the search to stop.</summary>
    public void Cancel() => _cancelled = true;
}
