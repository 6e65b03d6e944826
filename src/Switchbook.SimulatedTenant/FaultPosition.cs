namespace Switchbook.SimulatedTenant;

/// <summary>Which page of a read a fault strikes.</summary>
public enum FaultPosition
{
    /// <summary>Every page.</summary>
    Any,

    /// <summary>The first page.</summary>
    First,

    /// <summary>The page in the middle; the first one of two.</summary>
    Middle,

    /// <summary>The page without a next link.</summary>
    Last,

    /// <summary>The page whose number is <see cref="Fault.Page"/>.</summary>
    Number,
}
