using PhoneNumbers;

namespace Switchbook.Numbers;

/// <summary>
/// How one consumer (a vendor's phones, a PBX, an export) wants numbers: <c>national region=GB prefix=9 extension=only</c>.
/// </summary>
internal sealed record NumberPolicy
{
    /// <summary>More digits than these without a country code are a number outside; fewer are an extension, which gets no prefix.</summary>
    private const int LongestInside = 5;

    private const int BufferLength = DigitString.MaximumLength + 8;

    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    public static NumberPolicy Dial { get; } = new();

    public static NumberPolicy Stored { get; } = new() { Form = NumberForm.Stored };

    public static NumberPolicy E164 { get; } = new() { Form = NumberForm.E164 };

    public static NumberPolicy National { get; } = new() { Form = NumberForm.National };

    public static NumberPolicy IpOffice { get; } = new() { Form = NumberForm.IpOffice };

    public NumberForm Form { get; init; } = NumberForm.Dial;

    /// <summary>The country from which <see cref="NumberForm.National"/> numbers are dialled; null for the one of each entry's link.</summary>
    public NumberRegion? Region { get; init; }

    /// <summary>What is dialled for an outside line; numbers that are extensions do without.</summary>
    public string Prefix { get; init; } = "";

    public ExtensionUse Extension { get; init; } = ExtensionUse.Drop;

    /// <summary>What stands before an appended extension; RFC 3966 has <c>;ext=</c>, phones dial a pause for <c>,</c>.</summary>
    public string Separator { get; init; } = ";ext=";

    /// <summary>Whether digits stand in groups, as people of the country write them.</summary>
    public bool IsGrouped { get; init; }

    /// <summary>Writes a number.</summary>
    /// <param name="number">As its source has it.</param>
    /// <param name="region">The region in which it is read when it has no country code.</param>
    /// <returns>Empty when there is nothing to dial.</returns>
    public string Write(string number, NumberRegion region) => Form switch
    {
        NumberForm.Stored => number.Any(char.IsDigit) ? number : "",
        NumberForm.IpOffice => IpOfficeNumber.Write(number) is var written && IsOutside(written) ? Prefix + written : written,
        NumberForm.Dial => WriteDialled(number),
        _ => WriteRead(NumberReader.Read(number, region), region),
    };

    public override string ToString() => NumberPolicyText.Write(this);

    /// <summary>Numbers with a plus sign are sure in any region; the others stay as they are written.</summary>
    private string WriteDialled(string number)
    {
        var written = NumberText.Read(number, stackalloc char[BufferLength]);
        return written.HasPlus
            ? WriteRead(NumberReader.Read(number, NumberRegion.Fallback), NumberRegion.Fallback)
            : Compose(written.Digits.ToString(), written.Extension.ToString(), written.Digits.Length > LongestInside);
    }

    private string WriteRead(in NumberReading reading, NumberRegion region) => Compose(
        reading.IsInternational ? Full(reading.Number, region) : reading.Written.ToString(),
        reading.Extension.ToString(),
        reading.IsInternational || reading.Written.Length > LongestInside);

    private string Full(DigitString number, NumberRegion region) => (Form, IsGrouped) switch
    {
        (NumberForm.National, _) => NationalForm(number, Region ?? region),
        (NumberForm.Digits, false) => number.ToString(),
        (_, false) => $"+{number}",
        _ => Library.Format(Parse(number), PhoneNumberFormat.INTERNATIONAL)[(Form == NumberForm.Digits ? 1 : 0)..],
    };

    private string NationalForm(DigitString number, NumberRegion home)
    {
        var parsed = Parse(number);
        var written = number.StartsWith(home.CallingCode)
            ? Library.Format(parsed, PhoneNumberFormat.NATIONAL)
            : Library.FormatOutOfCountryCallingNumber(parsed, home.Code);
        return IsGrouped ? written : string.Concat(written.Where(char.IsAsciiDigit));
    }

    private string Compose(string number, string extension, bool isOutside) => (number, extension, Extension) switch
    {
        ("", _, _) => extension,
        (_, not "", ExtensionUse.Only) => extension,
        (_, not "", ExtensionUse.Append) => $"{(isOutside ? Prefix : "")}{number}{Separator}{extension}",
        _ => isOutside ? Prefix + number : number,
    };

    private static bool IsOutside(string number) => number is not ['+', ..] && number.Length > LongestInside;

    private static PhoneNumber Parse(DigitString number) => Library.Parse($"+{number}", null);
}
