using Switchbook.Synchronization;

namespace Switchbook.Tests.Synchronization.Histories;

/// <summary>One turn of a history: what happens to the tenant, then a run and what disturbs it.</summary>
internal sealed record Chapter(PlainTenant Tenant, PlainLink Link)
{
    /// <summary>The time since the last run.</summary>
    public TimeSpan Pause { get; init; }

    public RunRequest Request { get; init; } = new();

    /// <summary>A fault of the simulated tenant, as <see cref="SimulatedTenant.Fault"/> reads it; null for none.</summary>
    public string? Fault { get; init; }

    /// <summary>Whether a run outlives the fault by asking again.</summary>
    public bool Passes { get; init; } = true;

    public Disturbance Disturbance { get; init; }

    /// <summary>The step of the run at which it is disturbed, from 1; a run that has fewer goes undisturbed.</summary>
    public int Step { get; init; }

    /// <summary>The tenant from that step on, for <see cref="Disturbance.Change"/>.</summary>
    public PlainTenant? Meanwhile { get; init; }
}
