namespace Switchbook.Ldap.Controls;

/// <summary>Asks for a window of a sorted list (draft-ietf-ldapext-ldapv3-vlv-09).</summary>
/// <param name="Before">Entries wanted before the target.</param>
/// <param name="After">Entries wanted after the target.</param>
/// <param name="Offset">The target's place as the client believes it, from 1.</param>
/// <param name="ContentCount">The length of the list as the client believes it; 0 when it does not know.</param>
/// <param name="Value">The target is the first entry not before this value; null when it is given by offset.</param>
internal sealed record VirtualListViewControl(int Before, int After, int Offset, int ContentCount, ReadOnlyMemory<byte>? Value)
{
    /// <summary>The target's row, from 1; one more than the count when the list ends before it. 0 when there is no such place.</summary>
    public int Target(int count) => (Offset, ContentCount) switch
    {
        ( < 1, _) => 0,
        (1, _) => 1,
        (_, 0) => Math.Min(Offset, count),
        _ when Offset >= ContentCount => count,
        _ => Math.Max(1, (int)((long)count * Offset / ContentCount)),
    };
}
