using System.Runtime.InteropServices;

namespace Switchbook.SimulatedTenant.Membership;

/// <summary>A person came into a group, or left it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MembershipChange(int Group, int Person, bool IsMember);
