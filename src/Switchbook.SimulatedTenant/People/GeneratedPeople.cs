using System.Collections.Immutable;

namespace Switchbook.SimulatedTenant.People;

/// <summary>People made up from a seed: none of them is kept.</summary>
internal sealed class GeneratedPeople(int seed, int count) : IPeopleSource
{
    private readonly ObjectIds _ids = new(seed, kind: 1);
    private readonly ImmutableArray<ImmutableDictionary<UserProperty, object?>> _wellKnown = WellKnownPeople.All;

    public int Count => count;

    public Person At(int index)
    {
        var person = new GeneratedPerson(seed, index, _ids);
        return index < _wellKnown.Length ? new ChangedPerson(person, _wellKnown[index]) : person;
    }

    public bool TryFind(Guid id, out int index) => _ids.TryFind(id, out index) && index < count;
}
