using Switchbook.SimulatedTenant.People;

namespace Switchbook.SimulatedTenant.Filtering;

/// <summary>The variable of <c>assignedPlans/any</c> and the members of a plan; all of them need the advanced parameters.</summary>
internal sealed class PlanScope(string variable) : FilterScope
{
    public override string Resource => "User";

    public override FilterOperand? Find(string path) =>
        path == variable + "/service" ? Member(path, plan => plan.Service) with { StartsWith = QuerySupport.Advanced }
        : path == variable + "/servicePlanId" ? Member(path, plan => plan.ServicePlanId.ToString())
        : path == variable + "/capabilityStatus" ? Member(path, plan => plan.CapabilityStatus)
        : null;

    private static FilterOperand Member(string path, Func<AssignedPlan, string> read) =>
        new(path, item => read((AssignedPlan)item))
        {
            Equal = QuerySupport.Advanced,
            StartsWith = QuerySupport.None,
            EqualNull = QuerySupport.None,
        };
}
