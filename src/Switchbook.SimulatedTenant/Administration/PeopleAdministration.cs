using System.Text.Json;
using Switchbook.SimulatedTenant.People;

namespace Switchbook.SimulatedTenant.Administration;

/// <summary><c>/_simulation/people</c> and <c>/_simulation/groups</c>: changes the tenant while it runs.</summary>
internal sealed class PeopleAdministration(Tenant tenant)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/_simulation/people", (Dictionary<string, JsonElement> values) => Try(() =>
            Results.Json(new { id = tenant.People.Add(PersonValues.Convert(values.ToDictionary(value => value.Key, value => Read(value.Value), StringComparer.Ordinal))) })));
        routes.MapPatch("/_simulation/people/{id}", (string id, Dictionary<string, JsonElement> values) => Try(() =>
        {
            foreach (var (name, value) in values)
            {
                var (property, converted) = PersonValues.Convert(name, Read(value));
                tenant.People.Update(Find(id), property, converted);
            }

            return Results.NoContent();
        }));
        routes.MapDelete("/_simulation/people/{id}", (string id, bool? permanently) => Try(() =>
        {
            tenant.People.Remove(Find(id), permanently ?? false);
            return Results.NoContent();
        }));
        routes.MapPost("/_simulation/people/{id}/restore", (string id) => Try(() =>
        {
            tenant.People.Restore(Find(id));
            return Results.NoContent();
        }));
        routes.MapPut("/_simulation/groups/{group}/members/{id}", (string group, string id) => SetMember(group, id, isMember: true));
        routes.MapDelete("/_simulation/groups/{group}/members/{id}", (string group, string id) => SetMember(group, id, isMember: false));
    }

    private static IResult Try(Func<IResult> change)
    {
        try
        {
            return change();
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException)
        {
            return Results.Text(problem.Message, statusCode: 400);
        }
    }

    private static object? Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => value.EnumerateArray().Select(element => element.GetString()!).ToArray(),
        _ => null,
    };

    private IResult SetMember(string group, string id, bool isMember) => Try(() =>
    {
        var found = tenant.Groups.Find(group) ?? throw new ArgumentException($"There is no group {group}.", nameof(group));
        tenant.Groups.Set(found, Find(id), isMember);
        return Results.NoContent();
    });

    private int Find(string id) =>
        tenant.People.TryFind(id, out var index) ? index : throw new ArgumentException($"There is no person {id}.", nameof(id));
}
