using CsCheck;
using Switchbook.Numbers;

namespace Switchbook.Tests.Numbers;

public class DigitStringTests
{
    private static readonly Gen<string> Digits = Gen.String[Gen.Char['0', '9'], 0, DigitString.MaximumLength];

    [Fact]
    public void Digits_are_kept_as_they_are() =>
        Digits.Sample(text => Assert.Equal(text, DigitString.Of(text).ToString()));

    [Fact]
    public void Words_order_like_the_digits() =>
        Gen.Select(Digits, Digits).Sample((left, right) => Assert.Equal(
            Math.Sign(string.CompareOrdinal(left, right)),
            DigitString.Of(left).Word.CompareTo(DigitString.Of(right).Word)));

    [Fact]
    public void Parts_are_those_of_the_text() =>
        Gen.Select(Digits, Gen.Int[0, 17], Gen.String[Gen.Char['0', '2'], 1, 3]).Sample((text, count, part) =>
        {
            var (digits, sought) = (DigitString.Of(text), DigitString.Of(part));
            var at = Math.Min(count, text.Length);
            Assert.Equal(text[at..], digits.Skip(count).ToString());
            Assert.Equal(text[..at], digits.Take(count).ToString());
            Assert.Equal(text[^at..], digits.TakeLast(count).ToString());
            Assert.Equal(new string([.. text.Reverse()]), digits.Reversed.ToString());
            Assert.Equal(text.StartsWith(part, StringComparison.Ordinal), digits.StartsWith(sought));
            Assert.Equal(text.EndsWith(part, StringComparison.Ordinal), digits.EndsWith(sought));
            Assert.Equal(text.Contains(part, StringComparison.Ordinal), digits.Contains(sought));
            Assert.Equal(text.TrimStart('0'), digits.TrimLeadingZeros().ToString());
        });
}
