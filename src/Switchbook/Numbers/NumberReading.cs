namespace Switchbook.Numbers;

/// <summary>What a text says as a telephone number.</summary>
/// <param name="Number">
/// With a country code (E.164 without the plus sign) when <paramref name="IsInternational"/>, else the digits as written;
/// empty when there is an extension alone or nothing at all.
/// </param>
/// <param name="Written">The digits as written, without the extension: they still end like the full number when
/// <paramref name="Number"/> was read in a wrong region.</param>
/// <param name="Extension">The extension's digits; empty when there is none.</param>
/// <param name="IsInternational">Whether <paramref name="Number"/> begins with a country code.</param>
/// <param name="HasLetters">Whether letters stand where digits should: such a text is looked up in vain.</param>
internal readonly record struct NumberReading(
    DigitString Number,
    DigitString Written,
    DigitString Extension,
    bool IsInternational,
    bool HasLetters)
{
    /// <summary>Whether there is a digit at all.</summary>
    public bool IsUsable => !Number.IsEmpty || !Extension.IsEmpty;

    /// <summary>What some systems dial: the number with its extension behind it.</summary>
    public DigitString NumberAndExtension => Number.Append(Extension);
}
