using System.Numerics;

namespace Switchbook.Numbers;

/// <summary>
/// Up to sixteen decimal digits in one word: the first digit in the highest four bits, each digit stored as itself plus one,
/// zero after the last. So the order of the words is the order of the digits, and all strings with one beginning are one range.
/// </summary>
/// <remarks>E.164 knows at most fifteen digits; what is longer keeps its first sixteen.</remarks>
internal readonly record struct DigitString(ulong Word)
{
    public const int MaximumLength = 16;

    public static DigitString Empty => default;

    public bool IsEmpty => Word == 0;

    public int Length => Word == 0 ? 0 : MaximumLength - (BitOperations.TrailingZeroCount(Word) / 4);

    /// <summary>The greatest string that begins with this one.</summary>
    public DigitString LastWithPrefix => new(Word | ~Mask(Length));

    /// <summary>The digits from the last to the first.</summary>
    public DigitString Reversed
    {
        get
        {
            var reversed = default(DigitString);
            for (var i = Length - 1; i >= 0; i--)
            {
                reversed = reversed.Append(this[i]);
            }

            return reversed;
        }
    }

    /// <summary>One digit, from 0 to 9.</summary>
    public int this[int index] => (int)(Word >> (60 - (4 * index)) & 0xF) - 1;

    /// <summary>Reads ASCII digits; anything else must be gone already.</summary>
    public static DigitString Of(ReadOnlySpan<char> digits)
    {
        var result = default(DigitString);
        foreach (var digit in digits[..Math.Min(digits.Length, MaximumLength)])
        {
            result = result.Append(digit - '0');
        }

        return result;
    }

    /// <summary>This string with one more digit; a full one stays as it is.</summary>
    public DigitString Append(int digit)
    {
        var length = Length;
        return length == MaximumLength ? this : new(Word | (ulong)(digit + 1) << (60 - (4 * length)));
    }

    public DigitString Append(DigitString digits)
    {
        var length = Length;
        return length == MaximumLength ? this : new(Word | digits.Word >> (4 * length));
    }

    public DigitString Skip(int count) => count >= Length ? Empty : new(Word << (4 * count));

    public DigitString Take(int count) => count >= Length ? this : new(Word & Mask(count));

    public DigitString TakeLast(int count) => Skip(Math.Max(0, Length - count));

    public bool StartsWith(DigitString prefix) => (Word & Mask(prefix.Length)) == prefix.Word;

    public bool EndsWith(DigitString suffix) => Length >= suffix.Length && TakeLast(suffix.Length) == suffix;

    public bool Contains(DigitString part)
    {
        var (length, mask) = (part.Length, Mask(part.Length));
        var rest = Word;
        for (var left = Length - length; left >= 0; left--, rest <<= 4)
        {
            if ((rest & mask) == part.Word)
            {
                return true;
            }
        }

        return false;
    }

    public DigitString TrimLeadingZeros()
    {
        var rest = this;
        while (!rest.IsEmpty && rest[0] == 0)
        {
            rest = rest.Skip(1);
        }

        return rest;
    }

    public override string ToString() => string.Create(Length, this, static (text, digits) => digits.Write(text));

    /// <summary>Writes the digits to the beginning of <paramref name="text"/>, which has room for <see cref="MaximumLength"/>.</summary>
    public void Write(Span<char> text)
    {
        for (var i = 0; i < Length; i++)
        {
            text[i] = (char)('0' + this[i]);
        }
    }

    private static ulong Mask(int length) => length == 0 ? 0 : ulong.MaxValue << (64 - (4 * length));
}
