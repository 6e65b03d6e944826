using System.Runtime.InteropServices;

namespace Switchbook.PhoneDirectory.Columns;

/// <summary>An entry as places in the <see cref="StringHeap"/>, one row of a table.</summary>
/// <param name="Name">The place of its name.</param>
/// <param name="Number">The place of its number.</param>
/// <param name="Person">The row of its person.</param>
/// <param name="Kind">The index of its kind.</param>
/// <param name="Position">Which number of that kind it is, from 0.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EntryRecord(int Name, int Number, int Person, byte Kind, byte Position);
