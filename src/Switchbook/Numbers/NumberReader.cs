using PhoneNumbers;

namespace Switchbook.Numbers;

/// <summary>
/// Reads telephone numbers however they are written. Plain international numbers, nearly all in a directory, are read here; what is
/// doubtful is left to libphonenumber, which gives the same for the plain ones (a test holds the two against each other).
/// </summary>
internal static class NumberReader
{
    private const int BufferLength = DigitString.MaximumLength + 8;
    private const int ShortestInternational = 7;
    private const int LongestInternational = 15;

    /// <summary>Shorter ones are extensions and service numbers, which have no country code.</summary>
    private const int ShortestNational = 5;

    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    /// <summary>Reads a number that stands in a directory.</summary>
    public static NumberReading Read(ReadOnlySpan<char> text, NumberRegion region)
    {
        Span<char> buffer = stackalloc char[BufferLength];
        var parts = NumberText.Read(text, buffer);
        var written = DigitString.Of(parts.Digits);
        var isInternational = TryReadFull(parts, region, out var number);
        return new(isInternational ? number : written, written, parts.Extension, isInternational, parts.HasLetters);
    }

    /// <summary>Reads a number that somebody asks for: a plus sign that a URL turned into a blank counts as one.</summary>
    public static NumberReading ReadQuery(ReadOnlySpan<char> text, NumberRegion region)
    {
        if (text is [' ', >= '1' and <= '9', ..])
        {
            var withPlus = Read($"+{text[1..]}", region);
            if (withPlus.IsInternational)
            {
                return withPlus;
            }
        }

        return Read(text, region);
    }

    private static bool TryReadFull(in NumberText parts, NumberRegion region, out DigitString number)
    {
        var digits = parts.Digits;
        if (parts.HasPlus)
        {
            return TryReadInternational(digits, out number);
        }

        if (digits.Length < ShortestNational)
        {
            number = DigitString.Empty;
            return false;
        }

        // No country has numbers of its own that begin like this, and not every caller knows the own region's prefix.
        var prefix = digits.StartsWith("00") ? 2 : digits.StartsWith("011") && region.IsNorthAmerican ? 3 : 0;
        if (prefix > 0 && digits.Length - prefix >= ShortestInternational && TryReadInternational(digits[prefix..], out number))
        {
            return true;
        }

        return region.TryReadNational(digits, out number) || (region.MayBeWhole(digits) && TryAskLibrary(digits, region, out number));
    }

    private static bool TryReadInternational(ReadOnlySpan<char> digits, out DigitString number)
    {
        number = DigitString.Of(digits);
        if (digits.Length is < ShortestInternational or > LongestInternational || !CallingCodes.TryFind(digits, out var code))
        {
            return false;
        }

        var national = digits[code.Length..];
        if (!code.Prefix.IsAbsentFrom(national) && TryParse($"+{digits}", null) is { } parsed)
        {
            number = Full(parsed);
        }

        return true;
    }

    private static bool TryAskLibrary(ReadOnlySpan<char> digits, NumberRegion region, out DigitString number)
    {
        number = DigitString.Empty;
        if (digits.Length > LongestInternational + 2)
        {
            return false;
        }

        var parsed = TryParse(digits.ToString(), region.Code);
        if (parsed is null || Library.IsPossibleNumberWithReason(parsed) != PhoneNumberUtil.ValidationResult.IS_POSSIBLE)
        {
            // Some systems, Avaya IP Office among them, write international numbers without the plus sign.
            parsed = digits.Length >= 10 && digits[0] != '0' ? TryParse($"+{digits}", null) : null;
            if (parsed is null || Library.IsPossibleNumberWithReason(parsed) != PhoneNumberUtil.ValidationResult.IS_POSSIBLE)
            {
                return false;
            }
        }

        number = Full(parsed);
        return true;
    }

    private static PhoneNumber? TryParse(string text, string? region)
    {
        try
        {
            return Library.Parse(text, region);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static DigitString Full(PhoneNumber number)
    {
        Span<char> text = stackalloc char[32];
        number.CountryCode.TryFormat(text, out var length, provider: System.Globalization.CultureInfo.InvariantCulture);
        var code = DigitString.Of(text[..length]);
        return code.Append(DigitString.Of(Library.GetNationalSignificantNumber(number)));
    }
}
