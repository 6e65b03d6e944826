using System.Globalization;

namespace Switchbook.SimulatedTenant.People;

/// <summary>
/// Telephone numbers as people type them, from ranges that regulators keep for fiction: +1 NPA 555-01xx, the British
/// 01632 and 07700 900xxx (Ofcom), the German (0)30 23125-xxx and (0)89 99998-xxx (BNetzA), the French 01 99 00 xx xx and
/// 06 39 98 xx xx (Arcep), the Swedish 08-465 004 xx (PTS), the Australian (02) 5550 xxxx (ACMA).
/// </summary>
internal static class NumberStock
{
    private const int AllBritishNumbers = 1_000_000;

    private static readonly int[] AreaCodes =
        [205, 206, 212, 213, 262, 305, 312, 402, 404, 415, 425, 503, 512, 602, 617, 702, 732, 801, 858, 913, 954, 980];

    /// <summary>The business number of a person; another person has another one, except in the small reserved ranges.</summary>
    public static string Business(string country, int index, uint chance) => country switch
    {
        "US" when chance % 2 == 0 => American(chance, "x" + Extension(index)),
        "DE" => German(chance / 7, index),
        "FR" => French("01 99 00", chance, chance % 3),
        "SE" => "+46 8 465 004 " + Digits(chance % 100, 2),
        "VN" when chance % 2 == 0 => "(02) 5550 " + Digits(chance % 10_000, 4),
        _ => British(index, chance),
    };

    public static string Mobile(string country, int index, uint chance) => country switch
    {
        "US" => American(chance, extension: null),
        "FR" => French("06 39 98", chance, chance % 3),
        "DE" => "+49 171 39200" + Digits(chance % 100, 2),
        _ when chance % 5 == 0 => "07700 900" + Digits((uint)index, 3),
        _ when chance % 5 == 1 => "+447700900" + Digits((uint)index, 3),
        _ => "+44 7700 900" + Digits((uint)index, 3),
    };

    /// <summary>The inside number: four to seven digits, unique in the tenant.</summary>
    public static string Extension(int index) => (4000 + index).ToString(CultureInfo.InvariantCulture);

    /// <summary>The number of the whole house, which many people have as theirs.</summary>
    public static string Switchboard(uint chance) => "+44 1632 96" + Digits(chance % 12, 2) + "00";

    /// <summary>01632 and six digits, each of the million once before one comes again.</summary>
    private static string British(int index, uint chance)
    {
        // 7919 is prime to a million, so this runs through all of them.
        var local = Digits((uint)((((long)index * 7919) + 100_000) % AllBritishNumbers), 6);
        return (chance / 11 % 12) switch
        {
            0 => "+441632" + local,
            1 => "01632 " + local,
            2 => "(01632) " + local,
            3 => "tel:+441632" + local,
            4 => "+44 (0)1632 " + local,
            5 => "00441632" + local,
            6 => "+441632" + local + " x" + Extension(index),
            7 => "tel:+441632" + local + ";ext=" + Extension(index),
            8 => "+44.1632." + local,
            _ => "+44 1632 " + local,
        };
    }

    private static string American(uint chance, string? extension)
    {
        var area = Digits((uint)Chance.Pick(AreaCodes, chance / 3), 3);
        var last = Digits((chance / 97 % 100) + 100, 4);
        var number = (chance / 13 % 6) switch
        {
            0 => $"({area}) 555-{last}",
            1 => $"{area}-555-{last}",
            2 => $"+1{area}555{last}",
            3 => $"+1 ({area}) 555-{last}",
            4 => $"{area}.555.{last}",
            _ => $"+1 {area} 555 {last}",
        };
        return extension is null ? number : number + " " + extension;
    }

    private static string German(uint chance, int index) => (chance % 6) switch
    {
        0 => "+49 (30) 23125-" + Digits((uint)index, 3),
        1 => "+49 30 23125" + Digits((uint)index, 3),
        2 => "030/23125-" + Digits((uint)index, 3),
        3 => "0049 89 99998 " + Digits((uint)index, 3),
        4 => "+49 (0)89 99998-" + Digits((uint)index, 3),
        _ => "+49 89 99998" + Digits((uint)index, 3),
    };

    private static string French(string range, uint chance, uint style)
    {
        var first = Digits(chance / 5 % 100, 2);
        var second = Digits(chance / 503 % 100, 2);
        return style switch
        {
            0 => $"{range} {first} {second}",
            1 => $"+33 {range[1..]} {first} {second}",
            _ => $"{range} {first} {second}".Replace(' ', '.'),
        };
    }

    private static string Digits(uint value, int count)
    {
        var text = value.ToString("D" + count.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text[^count..];
    }
}
