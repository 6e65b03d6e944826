using Switchbook.PhoneDirectory;
using static Switchbook.Tests.PhoneDirectory.People;

namespace Switchbook.Tests.PhoneDirectory;

public class LookupTests
{
    private static readonly DirectorySnapshot Britain = Directory(
        Manual(("m", "Manual Twin", "+441632768500")),
        Link(
            "Link",
            Person("1", "Adele Vance", "+441632768402 x402"),
            Person("2", "Alex Wilber", "+441632768403"),
            Person("3", "Linked Twin", "+441632768500"),
            Person("4", "Front Door", "201"),
            Person("5", "Old Record", "768999"),
            Person("6", "Shared One", "+441632768600 x601"),
            Person("7", "Shared Two", "+441632768600 x602"),
            Person("8", "Only Extension", "x777")));

    [Theory]
    [InlineData("+441632768402 x402")]
    [InlineData("+44 1632 768402")]
    [InlineData("00441632768402")]
    [InlineData("01632 768402")]
    [InlineData("768402")]
    [InlineData("tel:+441632768402;ext=402")]
    [InlineData("sip:+441632768402@host;user=phone")]
    [InlineData("402")]
    [InlineData("x402")]
    [InlineData("+402")]
    [InlineData(" 441632768402")]
    [InlineData("441632768402")]
    [InlineData("441632768402-402")]
    [InlineData("441632768402402")]
    [InlineData("1632768402")]
    public void However_a_number_is_written_it_finds_its_person(string number) =>
        Assert.Equal(["Adele Vance"], Names(number), StringComparer.Ordinal);

    [Theory]
    [InlineData("foo")]
    [InlineData("768402a")]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("+441632768499")]
    [InlineData("02")]
    public void What_is_nobodys_number_finds_nobody(string number) => Assert.Empty(Britain.Lookup(number));

    [Theory]
    [InlineData("201", "Front Door")]
    [InlineData("+441632768999", "Old Record")]
    [InlineData("777", "Only Extension")]
    public void Numbers_without_a_country_code_are_found(string number, string name) => Assert.Equal([name], Names(number), StringComparer.Ordinal);

    [Fact]
    public void A_manual_entry_comes_before_a_linked_one() =>
        Assert.Equal(["Manual Twin", "Linked Twin"], Names("+441632768500"), StringComparer.Ordinal);

    [Fact]
    public void The_extension_decides_who_comes_first()
    {
        Assert.Equal(["Shared Two", "Shared One"], Names("+441632768600;ext=602"), StringComparer.Ordinal);
        Assert.Equal(["Shared One", "Shared Two"], Names("+441632768600"), StringComparer.Ordinal);
        Assert.Single(Britain.Lookup("+441632768600", limit: 1));
    }

    [Fact]
    public void The_directory_reads_in_the_region_of_most_numbers_of_its_first_link()
    {
        Assert.Equal("GB", Britain.DefaultRegion.Code);
        Assert.Equal("US", Directory(Link("Link", Person("1", "A B", "12345"))).DefaultRegion.Code);
        var options = new DirectoryOptions { DefaultRegion = "de" };
        Assert.Equal("DE", Directory(options, Link("Link", Person("1", "A B", "+441632768402"))).DefaultRegion.Code);
    }

    [Fact]
    public void A_number_is_read_in_the_region_that_is_named()
    {
        var directory = Directory(Link("Link", Person("1", "A B", "+14255550100"), Person("2", "C D", "+441632768402")));
        Assert.Equal("C D", Assert.Single(directory.Lookup("01632 768402", "GB")).Name);
    }

    private static IEnumerable<string> Names(string number) => Britain.Lookup(number).Select(entry => entry.Name);
}
