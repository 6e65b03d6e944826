using Switchbook.PhoneDirectory;
using static Switchbook.Tests.PhoneDirectory.People;

namespace Switchbook.Tests.PhoneDirectory;

public class OddNumbersTests
{
    [Theory]
    [InlineData("+44 (0)1632 768402")]
    [InlineData("(01632) 768-402")]
    [InlineData("#402")]
    [InlineData("TEL:+44-1632-768402")]
    [InlineData("tel:1632768402;phone-context=+44")]
    [InlineData("sip:%2B441632768402@host:5060;transport=tcp")]
    [InlineData("\"Adele Vance\" <sip:+441632768402@host>")]
    [InlineData("+٤٤١٦٣٢٧٦٨٤٠٢")]
    [InlineData("\u202A+44 1632 768402\u202C")]
    public void A_number_is_found_as_phones_and_programs_write_it(string number)
    {
        var directory = Directory(Link("Link", Person("1", "Adele Vance", "+441632768402 x402"), Person("2", "Bo", "+441632768999")));

        Assert.Equal("Adele Vance", Assert.Single(directory.Lookup(number, limit: 10)).Name);
    }

    [Theory]
    [InlineData("+441632768402 x402")]
    [InlineData("441632768402 x402")]
    [InlineData("441632768402-402")]
    [InlineData("tel:441632768402;ext=402")]
    [InlineData("+44 1632 768402 ext. 402")]
    [InlineData("01632 768402 #402")]
    [InlineData("(01632) 768402 extn 402")]
    public void An_extension_is_found_however_its_number_is_stored(string stored)
    {
        var directory = Directory(new DirectorySource("Link", "GB", [Person("1", "Adele Vance", stored)]));

        Assert.Single(directory.Lookup("402"));
        Assert.Single(directory.Lookup("+441632768402"));
        Assert.Single(directory.Lookup("+441632768402;ext=402"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("*")]
    [InlineData("anonymous")]
    [InlineData("32768402foo")]
    [InlineData("sip:adele402@host")]
    [InlineData("+331632768402")]
    [InlineData("\0")]
    [InlineData("\uD83D")]
    public void What_is_no_number_of_the_directory_finds_nobody(string number)
    {
        var directory = Directory(Link("Link", Person("1", "Adele Vance", "+441632768402 x403")));

        Assert.Empty(directory.Lookup(number, limit: 10));
    }

    [Fact]
    public void The_same_digits_are_another_number_in_another_region()
    {
        var directory = Directory(Link("Link", Person("1", "London", "+442079460000"), Person("2", "New York", "+12079460000")));

        Assert.Equal("London", directory.Lookup("02079460000", "GB")[0].Name);
        Assert.Equal("New York", directory.Lookup("2079460000", "US")[0].Name);
    }
}
