using System.Collections.Concurrent;

namespace Switchbook.SimulatedTenant.People;

/// <summary>The people of the tenant: those it began with, what was changed since, and the diary of the changes.</summary>
/// <param name="source">The first people.</param>
/// <param name="addedIds">Makes the IDs of people who come later.</param>
internal sealed class TenantPeople(IPeopleSource source, ObjectIds addedIds)
{
    private readonly Lock _writing = new();
    private readonly ConcurrentDictionary<int, PersonState> _states = new();
    private readonly List<PersonChange> _diary = [];
    private readonly List<StoredPerson> _added = [];
    private volatile int _changes;

    /// <summary>Told the place of a person who came, changed or went; it must be quick.</summary>
    public Action<int>? Listener { get; set; }

    /// <summary>The number of places; those of removed people stay empty.</summary>
    public int Count => source.Count + _added.Count;

    /// <summary>The length of the diary: it grows with every change.</summary>
    public int Version => _changes;

    /// <summary>The person at a place; null when removed.</summary>
    public Person? At(int index)
    {
        var person = First(index);
        if (_changes == 0 || !_states.TryGetValue(index, out var state))
        {
            return person;
        }

        return state.Removal != Removal.None ? null
            : state.Values.IsEmpty ? person
            : new ChangedPerson(person, state.Values);
    }

    public bool IsPresent(int index) => RemovalOf(index) == Removal.None;

    public Removal RemovalOf(int index) =>
        _changes != 0 && _states.TryGetValue(index, out var state) ? state.Removal : Removal.None;

    /// <summary>The object ID at a place, of a removed person too.</summary>
    public string IdAt(int index) => First(index).Id;

    /// <summary>A user of an object ID or a user principal name; the latter is looked for, since nobody asks often.</summary>
    public Person? Find(string name) =>
        TryFind(name, out var index) ? At(index)
        : !name.Contains('@', StringComparison.Ordinal) ? null
        : Enumerable.Range(0, Count).Select(At)
            .FirstOrDefault(person => string.Equals(person?.Text(UserProperties.UserPrincipalName), name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The place of an object ID, of a removed person too.</summary>
    public bool TryFind(string id, out int index)
    {
        index = -1;
        if (!Guid.TryParse(id, out var guid))
        {
            return false;
        }

        if (source.TryFind(guid, out index))
        {
            return true;
        }

        var found = addedIds.TryFind(guid, out var place) && place < _added.Count;
        index = found ? source.Count + place : -1;
        return found;
    }

    public string Add(IReadOnlyDictionary<UserProperty, object?> values)
    {
        lock (_writing)
        {
            var row = new object?[UserProperties.All.Count];
            foreach (var (property, value) in values)
            {
                row[property.Ordinal] = value;
            }

            var person = new StoredPerson(addedIds.Of(_added.Count).ToString(), row);
            _added.Add(person);
            Write(new PersonChange(Count - 1, Property: null));
            return person.Id;
        }
    }

    public void Update(int index, UserProperty property, object? value) =>
        Change(index, property, state => state with { Values = state.Values.SetItem(property, value) });

    public void Remove(int index, bool permanently) =>
        Change(index, null, state => state with { Removal = permanently ? Removal.Permanent : Removal.Restorable });

    public void Restore(int index) => Change(index, null, state => state with { Removal = Removal.None });

    /// <summary>The places that changed between two versions, in the order of their first change, with what was written.</summary>
    public IReadOnlyList<KeyValuePair<int, HashSet<UserProperty>>> ChangesBetween(int from, int to)
    {
        lock (_writing)
        {
            var changes = new OrderedDictionary<int, HashSet<UserProperty>>();
            foreach (var change in _diary.Skip(from).Take(to - from))
            {
                changes.TryAdd(change.Index, []);
                if (change.Property is { } property)
                {
                    changes[change.Index].Add(property);
                }
                else
                {
                    changes[change.Index].UnionWith(UserProperties.All);
                }
            }

            return [.. changes];
        }
    }

    private Person First(int index) => index < source.Count ? source.At(index) : _added[index - source.Count];

    private void Change(int index, UserProperty? property, Func<PersonState, PersonState> change)
    {
        lock (_writing)
        {
            _states[index] = change(_states.GetValueOrDefault(index, PersonState.Untouched));
            Write(new PersonChange(index, property));
        }
    }

    private void Write(PersonChange change)
    {
        _diary.Add(change);
        _changes = _diary.Count;
        Listener?.Invoke(change.Index);
    }
}
