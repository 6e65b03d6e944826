using System.Collections.Immutable;

namespace Switchbook.SimulatedTenant.People;

/// <summary>What happened to a person since the tenant started.</summary>
/// <param name="Values">The values that were written.</param>
/// <param name="Removal">Whether the person is gone.</param>
internal sealed record PersonState(ImmutableDictionary<UserProperty, object?> Values, Removal Removal)
{
    public static readonly PersonState Untouched = new([], Removal.None);
}
