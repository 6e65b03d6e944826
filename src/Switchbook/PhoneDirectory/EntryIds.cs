using System.Security.Cryptography;
using System.Text;

namespace Switchbook.PhoneDirectory;

/// <summary>
/// Makes the IDs of linked entries: 64 bits of a hash over link, person, kind and place within the kind, as 13 letters and digits.
/// So an ID outlives runs and restarts, and does not depend on the order in which people come.
/// </summary>
internal static class EntryIds
{
    public const int Length = 13;

    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>The hash of a link or a kind.</summary>
    public static ulong Of(string text) => Of(Encoding.UTF8.GetBytes(text.ToLowerInvariant()));

    public static ulong Of(ReadOnlySpan<byte> text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, hash);
        return BitConverter.ToUInt64(hash);
    }

    /// <summary>One hash of several; their order counts.</summary>
    public static ulong Mix(ulong first, ulong second)
    {
        // The finaliser of SplitMix64: every bit of the input moves every bit of the result.
        var mixed = first + (0x9E3779B97F4A7C15 * (second | 1)) + second;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    public static string Text(ulong hash) =>
        string.Create(Length, hash, static (text, value) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = Alphabet[(int)(value >> (5 * i) & 31)];
            }
        });

    /// <summary>Reads an ID back; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ulong hash)
    {
        hash = 0;
        if (text.Length != Length)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            var digit = Alphabet.IndexOf(char.ToLowerInvariant(text[i]), StringComparison.Ordinal);
            if (digit < 0)
            {
                return false;
            }

            hash |= (ulong)digit << (5 * i);
        }

        return Text(hash).AsSpan().Equals(text, StringComparison.OrdinalIgnoreCase);
    }
}
