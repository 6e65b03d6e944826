namespace Switchbook.Synchronization;

/// <summary>What a run reads.</summary>
internal enum RunMode
{
    /// <summary>Everyone in the link's scope.</summary>
    Full,

    /// <summary>What changed since the last run.</summary>
    Delta,
}
