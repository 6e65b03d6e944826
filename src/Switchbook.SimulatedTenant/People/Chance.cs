namespace Switchbook.SimulatedTenant.People;

/// <summary>Chance that is always the same: a number mixed from the seed, the person's place and a purpose.</summary>
internal static class Chance
{
    /// <summary>A well mixed number; each <paramref name="purpose"/> gives one that has nothing to do with the others.</summary>
    public static uint Of(int seed, int index, int purpose)
    {
        var mixed = ((ulong)(uint)seed << 32) ^ (uint)index ^ ((ulong)(uint)purpose * 0x9E3779B97F4A7C15UL);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return (uint)((mixed ^ (mixed >> 31)) >> 16);
    }

    /// <summary>Whether this falls into the first <paramref name="perThousand"/> of a thousand.</summary>
    public static bool Happens(int seed, int index, int purpose, int perThousand) =>
        Of(seed, index, purpose) % 1000 < perThousand;

    /// <summary>One of <paramref name="choices"/>.</summary>
    public static T Pick<T>(T[] choices, uint chance) => choices[chance % (uint)choices.Length];
}
