using System.Collections.Immutable;

namespace Switchbook.Ldap.Controls;

/// <summary>Asks for an order (RFC 2891).</summary>
internal sealed record SortControl(ImmutableArray<SortControl.Key> Keys, bool IsCritical)
{
    internal sealed record Key(ReadOnlyMemory<byte> Type, string? Rule, bool Reverse);
}
