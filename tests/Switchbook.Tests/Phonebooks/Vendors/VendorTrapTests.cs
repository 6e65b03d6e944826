using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using static Switchbook.Tests.PhoneDirectory.People;

namespace Switchbook.Tests.Phonebooks.Vendors;

/// <summary>What single vendors stumble over.</summary>
public sealed class VendorTrapTests
{
    private const int People = 400;

    [Fact]
    public async Task A_phone_that_takes_gzip_gets_the_same_document_packed_and_its_tag_is_known_again()
    {
        await using var host = await VendorHost.StartAsync(NastyDirectory.BuildMany(People));
        var plain = await host.GetAsync("/phonebook/yealink");

        using var packed = await host.SendAsync(HttpMethod.Get, "/phonebook/yealink", encoding: "gzip");
        using var again = await host.SendAsync(HttpMethod.Get, "/phonebook/yealink", packed.Headers.ETag!.ToString(), "gzip");

        Assert.Equal("gzip", Assert.Single(packed.Content.Headers.ContentEncoding));
        Assert.Equal(plain, await UnpackAsync(packed));
        Assert.True(packed.Content.Headers.ContentLength < plain.Length / 4);
        Assert.Equal(System.Net.HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData("/phonebook/grandstream/phonebook.xml", "gzip")]
    [InlineData("/phonebook/yealink", "gzip;q=0")]
    [InlineData("/phonebook/yealink", "br")]
    public async Task Who_cannot_unpack_gets_it_plain(string address, string encoding)
    {
        await using var host = await VendorHost.StartAsync(NastyDirectory.BuildMany(People));

        using var answer = await host.SendAsync(HttpMethod.Get, address, encoding: encoding);

        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.Equal(People, XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Descendants()
            .Count(element => element.Name.LocalName is "DirectoryEntry" or "Contact"));
    }

    [Fact]
    public async Task What_a_Yealink_searches_for_fits_on_its_screen_though_the_phone_book_is_larger()
    {
        await using var host = await VendorHost.StartAsync(NastyDirectory.BuildMany(People));

        var book = await host.GetAsync("/phonebook/yealink");
        var search = await host.GetAsync("/phonebook/yealink?q=person");

        Assert.True(book.Length > 10_000);
        Assert.InRange(Encoding.UTF8.GetByteCount(search), 5_000, 10_000);
        Assert.NotNull(XDocument.Parse(search).Root);
    }

    [Fact]
    public async Task An_old_Aastra_gets_Latin_letters_without_the_accents_that_it_lacks()
    {
        await using var host = await VendorHost.StartAsync(Directory(Link(
            "Link", Person("1", "Łukasz Jörg", "+441632960001"), Person("2", "山田", "+441632960002"))));

        using var answer = await host.SendAsync(HttpMethod.Get, "/phonebook/aastra");
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var document = XDocument.Load(new MemoryStream(bytes));

        Assert.Equal("iso-8859-1", answer.Content.Headers.ContentType!.CharSet);
        Assert.Equal("ISO-8859-1", document.Declaration!.Encoding);
        Assert.Equal(["Search", "Lukasz Jörg", "??"], document.Descendants("Prompt").Select(prompt => prompt.Value));
        Assert.EndsWith("/phonebook/aastra/search", document.Descendants("URI").First().Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("23", "Adele Vance")]
    [InlineData("5674", "Jörg Müller")]
    [InlineData("68553", "Jörg Müller")]
    public async Task Digits_find_names_by_the_keys_of_a_telephone(string keys, string name)
    {
        await using var host = await VendorHost.StartAsync(Directory(Link(
            "Link", Person("1", "Adele Vance", "+441632960001"), Person("2", "Jörg Müller", "+441632960004"))));

        var found = XDocument.Parse(await host.GetAsync($"/phonebook/fanvil?q={keys}")).Descendants("Name").Select(element => element.Value);

        Assert.Equal([name], found);
    }

    [Fact]
    public async Task A_number_comes_before_names_on_the_same_keys()
    {
        await using var host = await VendorHost.StartAsync(Directory(Link(
            "Link", Person("1", "Adele Vance", "+441632960001"), Person("2", "Zoe", "x2335"))));

        var found = XDocument.Parse(await host.GetAsync("/phonebook/fanvil?q=233")).Descendants("Name").Select(element => element.Value);

        Assert.Equal(["Zoe", "Adele Vance"], found);
    }

    [Fact]
    public async Task A_Htek_searches_by_a_name_of_its_own()
    {
        await using var host = await VendorHost.StartAsync(NastyDirectory.BuildMany(People));

        Assert.Single(XDocument.Parse(await host.GetAsync("/phonebook/htek?x=1&term=person+000123")).Descendants("Name"));
    }

    [Fact]
    public async Task Each_vendor_has_its_own_number_policy()
    {
        await using var host = await VendorHost.StartAsync(
            NastyDirectory.BuildMany(1),
            ("Phonebooks:Vendors:yealink:Numbers", "national prefix=9"),
            ("Phonebooks:Vendors:IpOffice:Numbers", "ipoffice prefix=0"),
            ("Phonebooks:LastUpdatedEntry", "true"));
        XNamespace avaya = "http://www.avaya.com/ipoffice/corporatedirectory";

        Assert.Equal("901632000000", XDocument.Parse(await host.GetAsync("/phonebook/yealink")).Descendants("Telephone").Single().Value);
        Assert.Equal("+441632000000", XDocument.Parse(await host.GetAsync("/phonebook/fanvil")).Descendants("Telephone").Single().Value);
        var list = XDocument.Parse(await host.GetAsync("/system/dir/complete_dir_list")).Descendants(avaya + "list").Elements();
        Assert.Equal(["Person 000000", "0441632000000", "zzLastUpdated", "202611231000"], list.Select(element => element.Value));
    }

    [Theory]
    [InlineData("Phonebooks:Vendors:yealnik:Numbers", "e164", "yealnik is no vendor")]
    [InlineData("Phonebooks:Vendors:yealink:Numbers", "e146", "'e146' is not understood")]
    [InlineData("Phonebooks:Address", "directory.example.com", "no address such as")]
    public async Task A_setting_that_cannot_be_is_told_at_start(string key, string value, string reason)
    {
        var refused = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(
            () => VendorHost.StartAsync(NastyDirectory.BuildMany(1), (key, value)));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_lead_to_the_address_that_the_operator_sets()
    {
        await using var host = await VendorHost.StartAsync(NastyDirectory.BuildMany(1), ("Phonebooks:Address", "https://directory.example.com/"));

        Assert.Contains("<URL>https://directory.example.com/phonebook/cisco/search</URL>", await host.GetAsync("/phonebook/cisco"), StringComparison.Ordinal);
    }

    private static async Task<string> UnpackAsync(HttpResponseMessage answer)
    {
        await using var unpacked = new GZipStream(
            await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), CompressionMode.Decompress);
        return await new StreamReader(unpacked).ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
