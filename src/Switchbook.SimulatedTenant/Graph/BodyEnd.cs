namespace Switchbook.SimulatedTenant.Graph;

/// <summary>How the body of a page ends.</summary>
internal enum BodyEnd
{
    Whole,

    /// <summary>In the middle, the connection cut.</summary>
    Abort,

    /// <summary>In the middle, as if that were the end.</summary>
    Truncate,

    /// <summary>In the middle, with a Content-Length that promised more.</summary>
    Short,

    /// <summary>In the middle, the connection open and silent.</summary>
    Stall,
}
