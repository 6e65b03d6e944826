using System.Diagnostics.CodeAnalysis;

namespace Switchbook.Ldap.Searching;

/// <summary>
/// Remembers what was made of the last octets seen, in a fixed number of places; a newer one takes an older one's. Without locks.
/// </summary>
/// <param name="places">A power of two.</param>
internal sealed class RecentValues<T>(int places)
    where T : class
{
    private const int LongestKey = 1024;

    private readonly Item?[] _items = new Item?[places];

    public bool TryGet(ReadOnlySpan<byte> key, int variant, [NotNullWhen(true)] out T? value)
    {
        value = Volatile.Read(ref _items[Place(key, variant)]) is { } item && item.Variant == variant && key.SequenceEqual(item.Key)
            ? item.Value
            : null;
        return value is not null;
    }

    public void Add(ReadOnlySpan<byte> key, int variant, T value)
    {
        if (key.Length <= LongestKey)
        {
            Volatile.Write(ref _items[Place(key, variant)], new Item(key.ToArray(), variant, value));
        }
    }

    private int Place(ReadOnlySpan<byte> key, int variant)
    {
        var hash = default(HashCode);
        hash.AddBytes(key);
        hash.Add(variant);
        return hash.ToHashCode() & (_items.Length - 1);
    }

    private sealed record Item(byte[] Key, int Variant, T Value);
}
