using System.Text.Json;
using Switchbook.SimulatedTenant.Filtering;
using Switchbook.SimulatedTenant.People;

namespace Switchbook.SimulatedTenant.Graph;

/// <summary>The users of the tenant.</summary>
/// <param name="people">The people.</param>
/// <param name="selection">What is written of each.</param>
/// <param name="filter">Who is listed; null for everybody.</param>
/// <param name="order">The places in another order; null for the order of the tenant.</param>
internal sealed class UserListing(TenantPeople people, PersonSelection selection, FilterExpression? filter, int[]? order) : IListing
{
    public int Places => order?.Length ?? people.Count;

    public bool Includes(int place)
    {
        var index = order?[place] ?? place;
        return filter is null ? people.IsPresent(index) : people.At(index) is { } person && filter.Holds(person);
    }

    public void Write(Utf8JsonWriter json, int place)
    {
        if (people.At(order?[place] ?? place) is { } person)
        {
            selection.Write(json, person);
        }
    }

    public void WriteLimited(Utf8JsonWriter json, int place) => selection.WriteLimited(json, people.IdAt(order?[place] ?? place));
}
