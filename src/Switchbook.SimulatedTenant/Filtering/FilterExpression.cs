namespace Switchbook.SimulatedTenant.Filtering;

/// <summary>A filter that was understood.</summary>
/// <param name="holds">Whether it holds for a person, a group or an element of a collection.</param>
/// <param name="advancedReason">What in it works with the advanced query parameters only; null when nothing does.</param>
internal sealed class FilterExpression(Func<object, bool> holds, string? advancedReason)
{
    public string? AdvancedReason { get; } = advancedReason;

    public bool Holds(object item) => holds(item);
}
