using System.Runtime.InteropServices;
using Switchbook.Mapping;

namespace Switchbook.Synchronization;

/// <summary>One person as a run read and mapped them, in the stored form.</summary>
/// <param name="Data">See <see cref="PersonJson"/>.</param>
/// <param name="Entries">How many entries the person gives.</param>
/// <param name="Duplicates">See <see cref="RunReport.Duplicates"/>.</param>
/// <param name="Skipped">Why the person gives no entry; null for one who does.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ReadPerson(byte[] Data, int Entries, int Duplicates = 0, SkipReason? Skipped = null)
{
    public static ReadPerson Of(MappedPerson mapped) =>
        new(PersonJson.Write(mapped.Person), mapped.Person.Numbers.Length, mapped.Duplicates, mapped.Skipped);

    /// <summary><see cref="Data"/>; null for a person without entries.</summary>
    public byte[]? Listed => Entries > 0 ? Data : null;

    public bool IsSame(ReadPerson other) =>
        Data.AsSpan().SequenceEqual(other.Data) && Duplicates == other.Duplicates && Skipped == other.Skipped;
}
