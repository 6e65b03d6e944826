using System.Runtime.InteropServices;

namespace Switchbook.PhoneDirectory.Columns;

/// <summary>A person as places in the <see cref="StringHeap"/>, one row of a table.</summary>
[StructLayout(LayoutKind.Auto)]
internal record struct PersonRecord
{
    /// <summary>The index of the source.</summary>
    public int Source { get; init; }

    public int Id { get; init; }

    public int Name { get; init; }

    public int GivenName { get; init; }

    public int Surname { get; init; }

    public int Mail { get; init; }

    public int Title { get; init; }

    public int Department { get; init; }

    public int Company { get; init; }
}
