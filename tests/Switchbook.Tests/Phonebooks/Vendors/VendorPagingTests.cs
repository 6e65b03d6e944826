using System.Xml.Linq;

namespace Switchbook.Tests.Phonebooks.Vendors;

public sealed class VendorPagingTests
{
    private const int People = 100;

    [Theory]
    [InlineData("/phonebook/cisco", "DirectoryEntry", "Name", 32)]
    [InlineData("/phonebook/snom", "DirectoryEntry", "Name", 50)]
    [InlineData("/phonebook/mitel", "MenuItem", "Prompt", 30)]
    [InlineData("/phonebook/aastra", "MenuItem", "Prompt", 30)]
    [InlineData("/phonebook/poly/browser", "p", "a", 19)]
    public async Task Following_next_shows_everybody_once_within_the_vendors_limit(string address, string item, string name, int most)
    {
        await using var host = await VendorHost.StartAsync(NastyDirectory.BuildMany(People));
        var seen = new List<string>();
        for (var next = address; next is not null;)
        {
            var page = XDocument.Parse(await host.GetAsync(next));
            var items = page.Descendants(item).ToList();
            Assert.InRange(items.Count, 1, most);
            seen.AddRange(items.Select(found => found.Element(name)?.Value ?? "").Where(text => text.StartsWith("Person", StringComparison.Ordinal)));
            next = NextOf(page);
        }

        Assert.Equal([.. Enumerable.Range(0, People).Select(i => $"Person {i:D6}")], seen, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_search_shows_only_what_matches_and_keeps_the_text_on_the_next_page()
    {
        await using var host = await VendorHost.StartAsync(NastyDirectory.BuildMany(People));

        var first = XDocument.Parse(await host.GetAsync("/phonebook/cisco?q=person+00000"));
        var all = XDocument.Parse(await host.GetAsync("/phonebook/cisco?q=person"));
        var second = XDocument.Parse(await host.GetAsync(NextOf(all)!));

        Assert.Equal(10, first.Descendants("DirectoryEntry").Count());
        Assert.Null(NextOf(first));
        Assert.Contains("q=person", NextOf(all), StringComparison.Ordinal);
        Assert.Equal("Person 000032", second.Descendants("Name").First().Value);
    }

    [Fact]
    public async Task A_Gigaset_handset_gets_the_part_of_the_list_that_it_asks_for()
    {
        await using var host = await VendorHost.StartAsync(NastyDirectory.BuildMany(People));

        var list = XDocument.Parse(await host.GetAsync("/phonebook/gigaset?set_first=person*&first=91&count=20")).Root!;

        Assert.Equal(("100", "91", "100"), (list.Attribute("total")!.Value, list.Attribute("first")!.Value, list.Attribute("last")!.Value));
        Assert.Equal(10, list.Elements("entry").Count());
        Assert.Equal("Person 000090", list.Element("entry")!.Element("ln")!.Value);
    }

    [Theory]
    [InlineData("/phonebook/cisco?start=999999")]
    [InlineData("/phonebook/cisco?start=2147483647&q=x")]
    [InlineData("/phonebook/cisco?start=-5&count=-1")]
    [InlineData("/phonebook/gigaset?first=0&count=0")]
    [InlineData("/phonebook/gigaset?first=9999999999")]
    [InlineData("/phonebook/yealink?q=%00%FF")]
    public async Task What_a_phone_asks_wrongly_is_answered_by_a_whole_document(string address)
    {
        await using var host = await VendorHost.StartAsync(NastyDirectory.BuildMany(People));

        Assert.NotNull(XDocument.Parse(await host.GetAsync(address)).Root);
    }

    private static string? NextOf(XDocument page) => page.Root!.Name.LocalName switch
    {
        "AastraIPPhoneTextMenu" => ItemAddress(page, "MenuItem", "Prompt", "Next page", "URI"),
        "CiscoIPPhoneDirectory" => ItemAddress(page, "SoftKeyItem", "Name", "Next", "URL"),
        "SnomIPPhoneDirectory" => ItemAddress(page, "SoftKeyItem", "Label", "Next", "URL"),
        _ => page.Descendants("a").FirstOrDefault(link => link.Value == "Next")?.Attribute("href")?.Value,
    };

    private static string? ItemAddress(XDocument page, string item, string label, string text, string address) =>
        page.Descendants(item).FirstOrDefault(found => found.Element(label)?.Value == text)?.Element(address)?.Value;
}
