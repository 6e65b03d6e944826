namespace Switchbook.ChangeNotifications;

/// <summary>What a notification came to.</summary>
internal enum NotificationResult
{
    /// <summary>It is from Microsoft: a run follows.</summary>
    Accepted,

    /// <summary>It names a subscription of ours without its client state.</summary>
    Forged,

    /// <summary>It names no subscription that we know.</summary>
    Unknown,

    /// <summary>It is no notification.</summary>
    Malformed,
}
