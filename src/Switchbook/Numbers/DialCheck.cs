using PhoneNumbers;

namespace Switchbook.Numbers;

/// <summary>Judges whether a number of a directory can be dialled from anywhere: for reports, not for a phone's question.</summary>
internal static class DialCheck
{
    /// <summary>Longer ones without a country code are no extensions but numbers that nobody can complete.</summary>
    private const int LongestExtension = 6;

    /// <param name="text">As its source writes it.</param>
    /// <param name="region">The region in which it is read when it has no country code.</param>
    public static DialVerdict Of(string text, NumberRegion region)
    {
        var reading = NumberReader.Read(text, region);
        return reading switch
        {
            { HasLetters: true } or { IsUsable: false } => DialVerdict.Undialable,
            { IsInternational: true } => IsPossible(reading.Number) ? DialVerdict.Dialable : DialVerdict.Undialable,
            { Written.Length: <= LongestExtension } when !text.TrimStart().StartsWith('+') => DialVerdict.ExtensionAlone,
            _ => DialVerdict.Undialable,
        };
    }

    private static bool IsPossible(DigitString number)
    {
        try
        {
            var library = PhoneNumberUtil.GetInstance();
            return library.IsPossibleNumberWithReason(library.Parse($"+{number}", null)) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE;
        }
        catch (NumberParseException)
        {
            return false;
        }
    }
}
