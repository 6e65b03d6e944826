using Switchbook.SimulatedTenant.Membership;

namespace Switchbook.SimulatedTenant.Delta;

/// <summary>A member in <c>members@delta</c>.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct MemberChange(Member Member, bool IsRemoved);
