namespace Switchbook.SimulatedTenant.Graph;

/// <summary>What faults do to the body of a page.</summary>
internal sealed record PageEffects
{
    public bool IsEmpty { get; init; }

    public bool RepeatsNextLink { get; init; }

    public bool LeadsAway { get; init; }

    public bool Duplicates { get; init; }

    public bool IsLimited { get; init; }

    public bool HasNull { get; init; }

    public bool IsTooDeep { get; init; }

    public BodyEnd End { get; init; }

    public TimeSpan Delay { get; init; }
}
