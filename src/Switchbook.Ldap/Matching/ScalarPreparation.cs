using System.Globalization;
using System.Text;

namespace Switchbook.Ldap.Matching;

/// <summary>Prepares values that are not free text: they get one form a value, and octet order is their order.</summary>
internal static class ScalarPreparation
{
    private static readonly string[] TimeForms =
    [
        "yyyyMMddHHmmss'Z'", "yyyyMMddHHmm'Z'", "yyyyMMddHH'Z'",
        "yyyyMMddHHmmss.FFFFFFF'Z'", "yyyyMMddHHmmss,FFFFFFF'Z'",
        "yyyyMMddHHmmsszzz", "yyyyMMddHHmmzzz", "yyyyMMddHHzzz", "yyyyMMddHHmmss.FFFFFFFzzz",
    ];

    public static bool TryPrepareBoolean(ReadOnlySpan<byte> value, Span<byte> destination, out int written)
    {
        written = value.Length;
        value.CopyTo(destination);
        return value.SequenceEqual("TRUE"u8) || value.SequenceEqual("FALSE"u8);
    }

    /// <summary>
    /// An integer (RFC 4517, section 3.3.16) as sign, number of digits and digits, those of a negative one complemented.
    /// </summary>
    public static bool TryPrepareInteger(ReadOnlySpan<byte> value, Span<byte> destination, out int written)
    {
        written = 0;
        var isNegative = value.StartsWith("-"u8);
        var digits = isNegative ? value[1..] : value;
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9') || digits.Length > ushort.MaxValue)
        {
            return false;
        }

        digits = digits.TrimStart((byte)'0');
        isNegative &= !digits.IsEmpty;
        destination[written++] = isNegative ? (byte)'-' : (byte)'0';
        destination[written++] = Sign(digits.Length >> 8, isNegative);
        destination[written++] = Sign(digits.Length, isNegative);
        foreach (var digit in digits)
        {
            destination[written++] = Sign(digit, isNegative);
        }

        return true;
    }

    /// <summary>A point in time (RFC 4517, section 3.3.13) in UTC down to 100 ns.</summary>
    public static bool TryPrepareTime(ReadOnlySpan<byte> value, Span<byte> destination, out int written)
    {
        written = 0;
        if (value.Length is < 11 or > 30 || !Ascii.IsValid(value))
        {
            return false;
        }

        Span<char> text = stackalloc char[30];
        var length = Encoding.ASCII.GetChars(value, text);
        return DateTimeOffset.TryParseExact(
                text[..length],
                TimeForms,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var time)
            && time.TryFormat(destination, out written, "yyyyMMddHHmmssfffffff", CultureInfo.InvariantCulture);
    }

    public static bool TryPrepareUuid(ReadOnlySpan<byte> value, Span<byte> destination, out int written)
    {
        written = 0;
        return value.Length == 36
            && Guid.TryParseExact(Encoding.ASCII.GetString(value), "D", out var uuid)
            && uuid.TryFormat(destination, out written, "D");
    }

    private static byte Sign(int value, bool isNegative) => (byte)(isNegative ? ~value : value);
}
