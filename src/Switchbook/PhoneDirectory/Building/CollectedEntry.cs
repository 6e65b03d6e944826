using System.Runtime.InteropServices;

namespace Switchbook.PhoneDirectory.Building;

/// <summary>An entry as it was read, before anything is ordered.</summary>
/// <param name="Name">The place of its name in the heap.</param>
/// <param name="Number">The place of its number in the heap.</param>
/// <param name="Folded">The index of its folded name, when the number has a suffix; -1 for the person's.</param>
/// <param name="Kind">The index of its kind.</param>
/// <param name="Position">Which number of that kind it is.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CollectedEntry(int Name, int Number, int Folded, byte Kind, byte Position);
