using Switchbook.Numbers;

namespace Switchbook.Tests.Numbers;

public sealed class IpOfficeNumberTests
{
    [Theory]
    [InlineData("+441632768402", "441632768402")]
    [InlineData("441632768402", "441632768402")]
    [InlineData("+44 1632 768402", "441632768402")]
    [InlineData("+44 (0)1632 768402", "441632768402")]
    [InlineData("(425) 555-0169", "4255550169")]
    [InlineData("tel:+441632768402", "441632768402")]
    [InlineData("*73#", "*73#")]
    public void A_number_keeps_only_what_can_be_dialled(string number, string expected) =>
        Assert.Equal(expected, IpOfficeNumber.Write(number));

    [Theory]
    [InlineData("+441632768402 x402", "441632768402-402")]
    [InlineData("tel:441632768402;ext=402", "441632768402-402")]
    [InlineData("(1632) 768402 extn 402", "1632768402-402")]
    [InlineData("+1 425 555 0100 ext. 12", "14255550100-12")]
    public void An_extension_follows_its_number_after_a_hyphen(string number, string expected) =>
        Assert.Equal(expected, IpOfficeNumber.Write(number));

    [Theory]
    [InlineData("x402", "+402")]
    [InlineData("ext. 402", "+402")]
    [InlineData("+402", "+402")]
    public void An_extension_alone_begins_with_a_plus(string number, string expected) =>
        Assert.Equal(expected, IpOfficeNumber.Write(number));

    [Theory]
    [InlineData("")]
    [InlineData("ext.")]
    [InlineData("????")]
    public void Without_a_digit_there_is_no_number(string number) => Assert.Empty(IpOfficeNumber.Write(number));
}
