using System.Text.Json;
using Switchbook.SimulatedTenant.Graph;
using Switchbook.SimulatedTenant.People;

namespace Switchbook.SimulatedTenant.Delta;

/// <summary>One round of <c>/users/delta</c>: everybody, from the end of the tenant to its beginning, or those who changed.</summary>
internal sealed class UserChanges(TenantPeople people, DeltaState state) : IListing
{
    private readonly TenantPeople _people = people;
    private readonly PersonSelection _selection = PersonSelection.Parse(state.Select);
    private readonly HashSet<string> _ids = new HashSet<string>(state.Ids, StringComparer.OrdinalIgnoreCase);
    private readonly IReadOnlyList<KeyValuePair<int, HashSet<UserProperty>>>? _changes = state.IsFirstRound ? null : people.ChangesBetween(state.From, state.To);

    /// <summary>Whether only the changed properties are told: <c>Prefer: return=minimal</c>.</summary>
    public bool IsMinimal { get; init; }

    public int Places => _changes?.Count ?? _people.Count;

    public bool Includes(int place)
    {
        var index = IndexAt(place);
        return (_ids.Count == 0 || _ids.Contains(_people.IdAt(index)))
            && (_changes is null || !_people.IsPresent(index) || _selection.Tracks(_changes[place].Value));
    }

    public void Write(Utf8JsonWriter json, int place)
    {
        var index = IndexAt(place);
        if (_people.At(index) is { } person)
        {
            _selection.WriteChanged(json, person, IsMinimal ? _changes?[place].Value : null);
            return;
        }

        json.WriteStartObject();
        json.WriteString("id"u8, _people.IdAt(index));
        json.WriteStartObject("@removed"u8);
        json.WriteString("reason"u8, _people.RemovalOf(index) == Removal.Permanent ? "deleted"u8 : "changed"u8);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public void WriteLimited(Utf8JsonWriter json, int place) => _selection.WriteLimited(json, _people.IdAt(IndexAt(place)));

    private int IndexAt(int place) => _changes?[place].Key ?? _people.Count - 1 - place;
}
