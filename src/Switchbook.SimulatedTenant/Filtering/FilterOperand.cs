using Switchbook.SimulatedTenant.People;

namespace Switchbook.SimulatedTenant.Filtering;

/// <summary>Something that a filter may compare: a property, or a member of a collection's element.</summary>
/// <param name="Name">As the filter names it.</param>
/// <param name="Read">Its value, null when there is none.</param>
internal sealed record FilterOperand(string Name, Func<object, object?> Read)
{
    public QuerySupport Equal { get; init; } = QuerySupport.Default;

    public QuerySupport StartsWith { get; init; } = QuerySupport.Default;

    public QuerySupport EqualNull { get; init; } = QuerySupport.Advanced;

    public bool CanEndWith { get; init; }

    /// <summary>What literals it is compared with.</summary>
    public Type Literal { get; init; } = typeof(string);
}
