using System.Text.Json;
using System.Text.Json.Nodes;
using Switchbook.SimulatedTenant.Filtering;
using Switchbook.SimulatedTenant.Membership;

namespace Switchbook.SimulatedTenant.Graph;

/// <summary>The groups of the tenant.</summary>
/// <param name="groups">The groups.</param>
/// <param name="select">The properties of each; empty for the usual ones.</param>
/// <param name="filter">Which groups; null for all.</param>
/// <param name="search">What the name must hold; null for anything.</param>
internal sealed class GroupListing(
    TenantGroups groups, IReadOnlyList<string> select, FilterExpression? filter, string? search) : IListing
{
    public int Places => groups.All.Count;

    public static string Context(IReadOnlyList<string> select) => select.Count == 0 ? "" : $"({string.Join(',', select)})";

    /// <summary>A group as Graph shows one.</summary>
    public static JsonObject ToJson(Group group, IReadOnlyList<string> select)
    {
        var json = new JsonObject
        {
            ["id"] = group.Id,
            ["deletedDateTime"] = null,
            ["classification"] = null,
            ["createdDateTime"] = "2021-03-12T10:36:14Z",
            ["description"] = group.Description,
            ["displayName"] = group.Name,
            ["groupTypes"] = group.IsUnified ? new JsonArray("Unified") : [],
            ["mail"] = group.Mail,
            ["mailEnabled"] = group.IsUnified,
            ["mailNickname"] = group.Alias,
            ["onPremisesSyncEnabled"] = null,
            ["proxyAddresses"] = group.Mail is { } mail ? new JsonArray("SMTP:" + mail) : [],
            ["securityEnabled"] = !group.IsUnified,
            ["visibility"] = group.IsUnified ? "Private" : null,
        };
        if (select.Count > 0)
        {
            foreach (var name in json.Select(member => member.Key).Except(select, StringComparer.OrdinalIgnoreCase).ToArray())
            {
                json.Remove(name);
            }
        }

        return json;
    }

    public bool Includes(int place)
    {
        var group = groups.All[place];
        return filter?.Holds(group) != false
            && (search is null || group.Name.Contains(search, StringComparison.OrdinalIgnoreCase));
    }

    public void Write(Utf8JsonWriter json, int place) => ToJson(groups.All[place], select).WriteTo(json);

    public void WriteLimited(Utf8JsonWriter json, int place) => ToJson(groups.All[place], ["id"]).WriteTo(json);
}
