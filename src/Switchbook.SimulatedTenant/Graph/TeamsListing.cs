using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Switchbook.SimulatedTenant.People;

namespace Switchbook.SimulatedTenant.Graph;

/// <summary>
/// The accounts that use Teams, with the numbers that are assigned to those who have a Phone System licence and to resource
/// accounts (auto attendants, call queues).
/// </summary>
internal sealed class TeamsListing(Tenant tenant, IReadOnlyList<string> select) : IListing
{
    private const int AllBritishNumbers = 1_000_000;

    public int Places => tenant.People.Count;

    public bool Includes(int place) => Plans(place).Any(plan => plan is { Service: "TeamspaceAPI", CapabilityStatus: "Enabled" });

    public void Write(Utf8JsonWriter json, int place)
    {
        var person = tenant.People.At(place)!;
        var isResource = person.Value(UserProperties.IsResourceAccount) is true;
        var hasNumber = isResource || Plans(place).Contains(AssignedPlan.PhoneSystem);
        var configuration = new JsonObject
        {
            ["id"] = person.Id,
            ["tenantId"] = tenant.Registration.TenantId,
            ["userPrincipalName"] = person.Text(UserProperties.UserPrincipalName),
            ["accountType"] = isResource ? "resourceAccount" : "user",
            ["isEnterpriseVoiceEnabled"] = hasNumber,
            ["featureTypes"] = (JsonArray)(hasNumber ? ["Teams", "PhoneSystem"] : ["Teams"]),
            ["telephoneNumbers"] = hasNumber ? Numbers(place) : [],
            ["createdDateTime"] = "2021-03-12T10:36:14Z",
            ["modifiedDateTime"] = "2025-03-12T10:36:14Z",
        };
        foreach (var name in configuration.Select(member => member.Key).ToArray())
        {
            if (select.Count > 0 && !select.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                configuration.Remove(name);
            }
        }

        configuration.WriteTo(json);
    }

    public void WriteLimited(Utf8JsonWriter json, int place) =>
        new JsonObject { ["id"] = tenant.People.IdAt(place) }.WriteTo(json);

    /// <summary>The assigned number is not the one on the contact card; every tenth person has a private line too.</summary>
    private static JsonArray Numbers(int place)
    {
        var numbers = new JsonArray(Number(place, "primary"));
        if (place % 10 == 0)
        {
            numbers.Add(Number(place + (AllBritishNumbers / 2), "private"));
        }

        return numbers;
    }

    private static JsonObject Number(int place, string category) => new()
    {
        ["telephoneNumber"] = "+441632" + (place % AllBritishNumbers).ToString("D6", CultureInfo.InvariantCulture),
        ["assignmentCategory"] = category,
    };

    private AssignedPlan[] Plans(int place) =>
        tenant.People.At(place)?.Value(UserProperties.AssignedPlans) as AssignedPlan[] ?? [];
}
