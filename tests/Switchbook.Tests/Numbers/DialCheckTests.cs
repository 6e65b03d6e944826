using Switchbook.Numbers;

namespace Switchbook.Tests.Numbers;

public sealed class DialCheckTests
{
    [Theory]
    [InlineData("+44 1632 960123")]
    [InlineData("01632 960123")]
    [InlineData("+44 1632 960123 x402")]
    [InlineData("+1 425 555 0100")]
    public void A_full_number_can_be_dialled(string number) => Assert.Equal(DialVerdict.Dialable, Check(number));

    [Theory]
    [InlineData("402")]
    [InlineData("ext. 402")]
    public void A_short_number_is_an_extension_of_nobody_knows_what(string number) => Assert.Equal(DialVerdict.ExtensionAlone, Check(number));

    [Theory]
    [InlineData("+44 1632")]
    [InlineData("+44 1632 960123 960123")]
    [InlineData("+999 1632 960123")]
    [InlineData("01632 960123 960123 960")]
    [InlineData("call 01632 desk")]
    public void What_no_country_knows_cannot_be_dialled(string number) => Assert.Equal(DialVerdict.Undialable, Check(number));

    private static DialVerdict Check(string number) => DialCheck.Of(number, NumberRegion.Find("GB")!);
}
