using System.Runtime.InteropServices;

namespace Switchbook.PhoneDirectory.Building;

/// <summary>An entry that the limit left out, as places in the heap.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LeftOutEntry(int Name, int Number, int PersonId, byte Kind, byte Position);
