namespace Switchbook.Numbers;

/// <summary>
/// Numbers as Avaya IP Office's system directory holds them ("Number Formats" of its Microsoft Teams guides):
/// <c>441632768402</c>, with an extension <c>441632768402-402</c>, an extension alone <c>+402</c>.
/// </summary>
internal static class IpOfficeNumber
{
    /// <summary>More digits than this after a <c>+</c> are a number with its country code, fewer an extension.</summary>
    private const int LongestExtension = 5;

    /// <summary>What may stand between a number and its extension: <c>x402</c>, <c>;ext=402</c>, <c>ext. 402</c>, <c>extn 402</c>.</summary>
    private static readonly string[] ExtensionMarks = [";ext=", "ext", "x"];

    /// <summary>
    /// Writes <paramref name="number"/> in IP Office's form. Everything that cannot be dialled goes: a leading <c>+</c>, blanks,
    /// brackets, and <c>?</c>, which IP Office would read as "any digit".
    /// </summary>
    /// <returns>Empty when nothing is left to dial.</returns>
    public static string Write(string number)
    {
        var (main, extension) = Split(number.Trim());
        var dialled = string.Concat(main.Where(letter => char.IsAsciiDigit(letter) || letter is '*' or '#'));
        return (dialled, extension) switch
        {
            ("", "") => "",
            ("", _) => $"+{extension}",
            (_, "") => dialled,
            _ => $"{dialled}-{extension}",
        };
    }

    private static (string Main, string Extension) Split(string number)
    {
        foreach (var mark in ExtensionMarks)
        {
            var at = number.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && Digits(number[(at + mark.Length)..]) is { Length: > 0 } extension)
            {
                return (WithoutTrunkPrefix(number[..at]), extension);
            }
        }

        return number.StartsWith('+') && Digits(number) is { Length: > 0 and <= LongestExtension } alone
            ? ("", alone)
            : (WithoutTrunkPrefix(number), "");
    }

    /// <summary><c>+44 (0)1632 768402</c>: the bracketed zero is for callers within the country only.</summary>
    private static string WithoutTrunkPrefix(string number) =>
        number.StartsWith('+') ? number.Replace("(0)", "", StringComparison.Ordinal) : number;

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
