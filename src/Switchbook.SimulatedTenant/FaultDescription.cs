namespace Switchbook.SimulatedTenant;

/// <summary>A fault that the simulated tenant knows.</summary>
/// <param name="Name">What it is called on the command line and at the admin endpoint.</param>
/// <param name="Target">What it strikes.</param>
/// <param name="Summary">What happens.</param>
/// <param name="Expected">What a good client does.</param>
/// <param name="Argument">What the argument means and what it is without one; null when there is none.</param>
/// <param name="IsPassing">Whether it strikes once and is over, unless it is told otherwise; else it stays.</param>
public sealed record FaultDescription(
    string Name,
    FaultTarget Target,
    string Summary,
    string Expected,
    string? Argument = null,
    bool IsPassing = true);
