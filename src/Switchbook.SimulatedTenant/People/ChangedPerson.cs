using System.Collections.Immutable;

namespace Switchbook.SimulatedTenant.People;

/// <summary>A person with values that were written over the first ones.</summary>
internal sealed class ChangedPerson(Person before, ImmutableDictionary<UserProperty, object?> values) : Person
{
    public override string Id => before.Id;

    public override object? this[UserProperty property] =>
        values.TryGetValue(property, out var value) ? value : before[property];
}
