namespace Switchbook.SimulatedTenant;

/// <summary>A group of the simulated tenant.</summary>
/// <param name="Id">The object ID.</param>
/// <param name="DisplayName">The name.</param>
/// <param name="DirectMembers">How many people are members themselves.</param>
/// <param name="TransitiveMembers">How many people are members, those of groups in the group included.</param>
public sealed record SimulatedGroup(string Id, string DisplayName, int DirectMembers, int TransitiveMembers);
