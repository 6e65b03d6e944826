using PhoneNumbers;

namespace Switchbook.Numbers;

/// <summary>The trunk prefix of a country, as far as one digit tells it.</summary>
/// <param name="Digit">The only digit that can be one; null when there is none.</param>
/// <param name="IsSimple">Whether <paramref name="Digit"/> says it all: otherwise libphonenumber must be asked.</param>
internal readonly record struct NationalPrefix(char? Digit, bool IsSimple)
{
    public static NationalPrefix Of(PhoneMetadata? metadata)
    {
        if (metadata is null || !metadata.HasNationalPrefixForParsing)
        {
            return new(null, metadata is not null);
        }

        var pattern = metadata.NationalPrefixForParsing;
        return pattern.Length == 1 && char.IsAsciiDigit(pattern[0]) && !metadata.HasNationalPrefixTransformRule
            ? new(pattern[0], true)
            : new(null, false);
    }

    /// <summary>Whether a number behind the country code surely holds no prefix.</summary>
    public bool IsAbsentFrom(ReadOnlySpan<char> national) => IsSimple && !national.IsEmpty && national[0] != Digit;
}
