namespace Switchbook.SimulatedTenant.Membership;

/// <summary>What a member of a group is.</summary>
internal enum MemberKind
{
    User,
    Group,
    Device,
}
