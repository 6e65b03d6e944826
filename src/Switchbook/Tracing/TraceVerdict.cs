namespace Switchbook.Tracing;

/// <summary>What one step does to a person on the way into the directory.</summary>
internal enum TraceVerdict
{
    /// <summary>It lets the person, or the value, through.</summary>
    Passed,

    /// <summary>It keeps the person out; what follows shows what would be otherwise.</summary>
    Stopped,

    /// <summary>It lets nothing through here, which alone keeps nobody out.</summary>
    Empty,
}
