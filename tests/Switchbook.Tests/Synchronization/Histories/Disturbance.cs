namespace Switchbook.Tests.Synchronization.Histories;

/// <summary>What happens in the midst of a run.</summary>
internal enum Disturbance
{
    None,

    /// <summary>The process is killed; another one goes on from what the disk held then.</summary>
    Kill,

    /// <summary>The database refuses a statement.</summary>
    DatabaseFault,

    /// <summary>Somebody cancels the run.</summary>
    Cancel,

    /// <summary>The tenant changes.</summary>
    Change,
}
