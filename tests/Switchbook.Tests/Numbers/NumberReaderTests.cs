using CsCheck;
using PhoneNumbers;
using Switchbook.Numbers;

namespace Switchbook.Tests.Numbers;

public class NumberReaderTests
{
    [Theory]
    [InlineData("+441632768402", "GB", "441632768402", "")]
    [InlineData("+44 (0)1632 768402", "US", "441632768402", "")]
    [InlineData("+44-1632.768/402", "US", "441632768402", "")]
    [InlineData("0044 1632 768402", "US", "441632768402", "")]
    [InlineData("01144 1632 768402", "US", "441632768402", "")]
    [InlineData("01632 768402", "GB", "441632768402", "")]
    [InlineData("441632768402", "GB", "441632768402", "")]
    [InlineData("441632768402", "US", "441632768402", "")]
    [InlineData("tel:+441632768402;ext=402", "US", "441632768402", "402")]
    [InlineData("tel:+44-1632-768402;phone-context=x.example", "US", "441632768402", "")]
    [InlineData("sip:+441632768402@host;user=phone", "US", "441632768402", "")]
    [InlineData("sip:+441632768402;ext=402@host;user=phone", "US", "441632768402", "402")]
    [InlineData("%2B441632768402", "US", "441632768402", "")]
    [InlineData("+441632768402 x402", "GB", "441632768402", "402")]
    [InlineData("+44 1632 768402 ext. 402", "GB", "441632768402", "402")]
    [InlineData("(01632) 768402 extn 402", "GB", "441632768402", "402")]
    [InlineData("+441632768402#402", "GB", "441632768402", "402")]
    [InlineData("441632768402-402", "GB", "441632768402", "402")]
    [InlineData("(425) 555-0100", "US", "14255550100", "")]
    [InlineData("1-425-555-0100", "US", "14255550100", "")]
    [InlineData("+39 06 1234 5678", "US", "390612345678", "")]
    [InlineData("+\u0661\u0664\u0662\u0665\u0665\u0665\u0665\u0660\u0661\u0660\u0660", "GB", "14255550100", "")]
    public void A_number_is_read_with_its_country_code(string text, string region, string number, string extension)
    {
        var reading = NumberReader.Read(text, NumberRegion.Find(region)!);
        Assert.Equal((number, extension, true), (reading.Number.ToString(), reading.Extension.ToString(), reading.IsInternational));
    }

    [Theory]
    [InlineData("x402", "", "402")]
    [InlineData("+402", "", "402")]
    [InlineData("#402", "", "402")]
    [InlineData("ext 402", "", "402")]
    [InlineData("402", "402", "")]
    [InlineData("768402", "768402", "")]
    [InlineData("112", "112", "")]
    public void Extensions_and_local_numbers_have_no_country_code(string text, string number, string extension)
    {
        var reading = NumberReader.Read(text, NumberRegion.Find("GB")!);
        Assert.Equal((number, extension, false), (reading.Number.ToString(), reading.Extension.ToString(), reading.IsInternational));
    }

    [Theory]
    [InlineData("", false, false)]
    [InlineData("   ", false, false)]
    [InlineData("+", false, false)]
    [InlineData("ext", false, true)]
    [InlineData("foo", false, true)]
    [InlineData("foo1", true, true)]
    [InlineData("()-.", false, false)]
    [InlineData("7", true, false)]
    public void A_number_is_usable_when_it_has_a_digit(string text, bool isUsable, bool hasLetters)
    {
        var reading = NumberReader.Read(text, NumberRegion.Fallback);
        Assert.Equal((isUsable, hasLetters), (reading.IsUsable, reading.HasLetters));
    }

    [Fact]
    public void A_blank_that_was_a_plus_sign_in_a_URL_counts_as_one() =>
        Assert.Equal("441632768402", NumberReader.ReadQuery(" 441632768402", NumberRegion.Fallback).Number.ToString());

    [Fact]
    public void International_numbers_are_read_as_libphonenumber_reads_them()
    {
        var library = PhoneNumberUtil.GetInstance();
        var regions = library.GetSupportedRegions().Order(StringComparer.Ordinal).ToArray();
        Gen.Select(Gen.Int[0, regions.Length - 1], Gen.Int[0, 9_999], Gen.Int[0, 4]).Sample(
            (index, change, cut) =>
            {
                var region = regions[index];
                var example = library.GetExampleNumber(region);
                var text = library.Format(example, PhoneNumberFormat.E164);
                var digits = $"{text[..^4]}{change:D4}"[..^cut];
                if (digits.Length > 7 && Parse(digits, null) is { } parsed)
                {
                    Assert.Equal(Full(parsed), NumberReader.Read(digits, NumberRegion.Fallback).Number.ToString());
                }
            },
            iter: 5_000);
    }

    [Fact]
    public void Numbers_at_home_are_read_as_libphonenumber_reads_them()
    {
        var library = PhoneNumberUtil.GetInstance();
        var regions = library.GetSupportedRegions().Order(StringComparer.Ordinal).ToArray();
        Gen.Select(Gen.Int[0, regions.Length - 1], Gen.Int[0, 9_999]).Sample(
            (index, change) =>
            {
                var region = regions[index];
                var text = library.Format(library.GetExampleNumber(region), PhoneNumberFormat.NATIONAL);
                var digits = new string([.. text.Where(char.IsAsciiDigit)]);
                digits = $"{digits[..^4]}{change:D4}";
                if (digits.Length > 4 && Parse(digits, region) is { } parsed
                    && library.IsPossibleNumberWithReason(parsed) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE)
                {
                    Assert.Equal(Full(parsed), NumberReader.Read(digits, NumberRegion.Find(region)!).Number.ToString());
                }
            },
            iter: 5_000);
    }

    [Fact]
    public void Nothing_that_can_be_written_makes_the_reader_fail() =>
        Gen.Select(Gen.String, Gen.String[Gen.Char["+0123456789 x#;=-()ext.tel:sip@%2B"], 0, 200]).Sample((any, likely) =>
        {
            _ = NumberReader.Read(any, NumberRegion.Fallback);
            _ = NumberReader.ReadQuery(likely, NumberRegion.Find("BR")!);
        });

    private static PhoneNumber? Parse(string digits, string? region)
    {
        try
        {
            return PhoneNumberUtil.GetInstance().Parse(digits, region);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static string Full(PhoneNumber number) =>
        $"{number.CountryCode}{PhoneNumberUtil.GetInstance().GetNationalSignificantNumber(number)}";
}
