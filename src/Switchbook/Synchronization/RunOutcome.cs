namespace Switchbook.Synchronization;

/// <summary>How a run ended.</summary>
internal enum RunOutcome
{
    /// <summary>Everything was read and the directory shows it.</summary>
    Succeeded,

    /// <summary>A guard stopped the run; the directory is as it was.</summary>
    Held,

    /// <summary>Something could not be read or written; the directory is as it was.</summary>
    Failed,
}
