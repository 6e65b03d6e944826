using System.Collections.Frozen;
using PhoneNumbers;

namespace Switchbook.Numbers;

/// <summary>
/// The country codes of E.164, and for each whether the number behind it can be taken as it stands, without asking libphonenumber.
/// </summary>
internal static class CallingCodes
{
    private const int LongestCode = 3;

    private static readonly FrozenDictionary<int, CallingCode> ByCode = PhoneNumberUtil.GetInstance()
        .GetSupportedCallingCodes()
        .ToFrozenDictionary(code => code, Describe);

    /// <summary>Finds the country code that digits begin with: no code is the beginning of another.</summary>
    public static bool TryFind(ReadOnlySpan<char> digits, out CallingCode code)
    {
        var value = 0;
        for (var length = 1; length <= LongestCode && length < digits.Length; length++)
        {
            value = (value * 10) + digits[length - 1] - '0';
            if (ByCode.TryGetValue(value, out code))
            {
                return true;
            }
        }

        code = default;
        return false;
    }

    /// <summary>The region that mainly uses a country code; null for codes of no country.</summary>
    public static string? MainRegion(int code) =>
        PhoneNumberUtil.GetInstance().GetRegionCodeForCountryCode(code) is { Length: 2 } region && region != "ZZ" ? region : null;

    private static CallingCode Describe(int code)
    {
        var metadata = MainRegion(code) is { } region ? PhoneNumberUtil.GetInstance().GetMetadataForRegion(region) : null;
        var length = code switch
        {
            < 10 => 1,
            < 100 => 2,
            _ => 3,
        };
        return new(code, length, NationalPrefix.Of(metadata));
    }
}
