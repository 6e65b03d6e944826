using System.Runtime.InteropServices;

namespace Switchbook.SimulatedTenant.Graph;

/// <summary>Where in a read a page begins.</summary>
/// <param name="Position">The place in the list of its first element.</param>
/// <param name="Page">The number of the page, from 1.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PagePlace(int Position, int Page)
{
    public static readonly PagePlace Start = new(0, 1);
}
