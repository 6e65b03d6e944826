using System.Runtime.InteropServices;

namespace Switchbook.SimulatedTenant.People;

/// <summary>One line of the tenant's diary, which delta queries read.</summary>
/// <param name="Index">The person's place.</param>
/// <param name="Property">What was written; null when the person came or went.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PersonChange(int Index, UserProperty? Property);
