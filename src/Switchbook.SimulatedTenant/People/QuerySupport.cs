namespace Switchbook.SimulatedTenant.People;

/// <summary>Whether Graph filters by a property, and whether only with the advanced query parameters.</summary>
internal enum QuerySupport
{
    None,
    Default,
    Advanced,
}
