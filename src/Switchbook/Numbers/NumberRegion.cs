using System.Collections.Concurrent;
using PhoneNumbers;

namespace Switchbook.Numbers;

/// <summary>A region (ISO 3166-1 alpha-2), in which numbers without a country code are read.</summary>
internal sealed class NumberRegion
{
    private static readonly ConcurrentDictionary<string, NumberRegion> Known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Longer ones may hold an international prefix.</summary>
    private const int LongestShort = 8;

    private readonly HashSet<int> _lengths;
    private readonly NationalPrefix _prefix;
    private readonly string _callingCode;

    private NumberRegion(string code, PhoneMetadata metadata)
    {
        Code = code;
        _callingCode = metadata.CountryCode.ToString(System.Globalization.CultureInfo.InvariantCulture);
        _prefix = NationalPrefix.Of(metadata);
        _lengths = [.. metadata.GeneralDesc.PossibleLengthList];
    }

    /// <summary>The region of numbers when nothing says another.</summary>
    public static NumberRegion Fallback { get; } = Find("US")!;

    public string Code { get; }

    /// <summary>The country code of E.164.</summary>
    public DigitString CallingCode => DigitString.Of(_callingCode);

    /// <summary>Whether numbers follow the North American plan, whose international prefix is 011.</summary>
    public bool IsNorthAmerican => _callingCode == "1";

    /// <summary>Finds a region by its code in any case; null when there is none of that code.</summary>
    public static NumberRegion? Find(string? code)
    {
        if (code is not { Length: 2 })
        {
            return null;
        }

        if (Known.TryGetValue(code, out var region))
        {
            return region;
        }

        var upper = code.ToUpperInvariant();
        return PhoneNumberUtil.GetInstance().GetMetadataForRegion(upper) is { } metadata
            ? Known.GetOrAdd(upper, new NumberRegion(upper, metadata))
            : null;
    }

    /// <summary>Whether digits may be a whole number of this region: short ones mostly are not, which is told without asking.</summary>
    public bool MayBeWhole(ReadOnlySpan<char> digits) =>
        digits.Length > LongestShort
        || !_prefix.IsSimple
        || _lengths.Contains(digits.Length)
        || (digits[0] == _prefix.Digit && _lengths.Contains(digits.Length - 1))
        || (digits.StartsWith(_callingCode) && _lengths.Contains(digits.Length - _callingCode.Length));

    /// <summary>
    /// Reads a number at home as people write it, where that is beyond doubt: with the trunk prefix in countries that have one,
    /// without in those that have none.
    /// </summary>
    public bool TryReadNational(ReadOnlySpan<char> digits, out DigitString number)
    {
        number = DigitString.Empty;
        if (!_prefix.IsSimple || digits.IsEmpty || (IsNorthAmerican && digits.Length == 10 && digits[0] is '0' or '1'))
        {
            return false;
        }

        var hasPrefix = digits[0] == _prefix.Digit;
        if (!IsNorthAmerican && _prefix.Digit is not null && !hasPrefix)
        {
            return false;
        }

        var national = hasPrefix ? digits[1..] : digits;
        if (!_lengths.Contains(national.Length) || (national.Length > 0 && national[0] == _prefix.Digit)
            || national.StartsWith(_callingCode))
        {
            return false;
        }

        number = DigitString.Of(_callingCode).Append(DigitString.Of(national));
        return true;
    }
}
