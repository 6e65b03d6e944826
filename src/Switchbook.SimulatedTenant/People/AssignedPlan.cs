namespace Switchbook.SimulatedTenant.People;

/// <summary>A service that a licence gives to a person.</summary>
internal sealed record AssignedPlan(string Service, Guid ServicePlanId, string CapabilityStatus)
{
    public static readonly AssignedPlan Teams =
        new("TeamspaceAPI", new Guid("57ff2da0-773e-42df-b2af-ffb7a2317929"), "Enabled");

    public static readonly AssignedPlan TeamsDeleted = Teams with { CapabilityStatus = "Deleted" };

    public static readonly AssignedPlan PhoneSystem =
        new("MicrosoftCommunicationsOnline", new Guid("4828c8ec-dc2e-4779-b502-87ac9ce28ab7"), "Enabled");

    public static readonly AssignedPlan Exchange =
        new("exchange", new Guid("efb87545-963c-4e0d-99df-69c6916d9eb0"), "Enabled");
}
