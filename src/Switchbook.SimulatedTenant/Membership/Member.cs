using System.Runtime.InteropServices;

namespace Switchbook.SimulatedTenant.Membership;

/// <summary>A member of a group: what it is and its place among its kind.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Member(MemberKind Kind, int Index);
