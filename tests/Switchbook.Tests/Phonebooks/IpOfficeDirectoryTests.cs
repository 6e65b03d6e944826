using System.Text;
using System.Xml.Linq;
using CsCheck;
using Switchbook.Numbers;
using Switchbook.Phonebooks;
using Switchbook.PhoneDirectory;

namespace Switchbook.Tests.Phonebooks;

public sealed class IpOfficeDirectoryTests
{
    private static readonly XNamespace Avaya = "http://www.avaya.com/ipoffice/corporatedirectory";

    [Fact]
    public async Task A_document_pairs_names_and_numbers()
    {
        var document = await DocumentAsync(Of(("Ada Lovelace", "+44 1632 768402 x402"), ("Bob <&> \"B\"", "x7")));

        var root = document.Root!;
        Assert.Equal(Avaya + "corporate_dir", root.Name);
        Assert.Equal("IPOFFICE/8.1(69) 192.0.2.1", root.Element(Avaya + "data_source")!.Value);
        Assert.Equal("cfg_directory", root.Element(Avaya + "content")!.Value);
        Assert.Equal("2026-11-23T20:00:00Z", root.Element(Avaya + "modified")!.Value);
        Assert.Equal("false", root.Element(Avaya + "stale_data")!.Value);
        Assert.Equal(
            ["name=Ada Lovelace", "numb=441632768402-402", "name=Bob <&> \"B\"", "numb=+7"],
            root.Element(Avaya + "list")!.Elements().Select(element => $"{element.Name.LocalName}={element.Value}"));
    }

    [Fact]
    public void A_name_that_is_taken_gets_the_first_free_number_behind_it()
    {
        var records = new IpOfficeRecords(Of(("Jo", "1001"), ("jo", "1002"), ("Jo (2)", "1003"), ("Jo", "1004")), NumberPolicy.IpOffice);

        Assert.Equal(["Jo", "Jo (2)", "jo (3)", "Jo (2) (2)"], records.Select(record => record.Name));
    }

    [Fact]
    public void Of_entries_that_share_a_number_the_manual_one_stands()
    {
        var snapshot = Of(
            [Person("a", "Aaron", "+44 1632 960000")],
            [Person("m1", "Reception", "441632960000")]);

        Assert.Equal([("Reception", "441632960000")], new IpOfficeRecords(snapshot, NumberPolicy.IpOffice));
    }

    [Fact]
    public void No_name_and_no_number_comes_twice_and_every_number_comes() =>
        Gen.Select(One("Jo", "JO", "Jo (2)", "Al"), One("1", "+1", "x1", "2", "3 x4", "34", "?"))
            .Array[0, 30]
            .Sample(entries =>
            {
                var records = new IpOfficeRecords(Of(entries), NumberPolicy.IpOffice).ToList();
                Assert.Distinct(records.Select(record => record.Name), StringComparer.OrdinalIgnoreCase);
                Assert.Distinct(records.Select(record => record.Number));
                Assert.Equal(
                    entries.Select(entry => IpOfficeNumber.Write(entry.Item2)).Where(number => number != "").Distinct().Order(),
                    records.Select(record => record.Number).Order());
            });

    [Fact]
    public void Any_text_gives_well_formed_XML() =>
        Gen.String.Sample(text =>
        {
            var xml = new StringBuilder("<a b=\"").AppendXml(text).Append("\">").AppendXml(text).Append("</a>").ToString();
            var root = XElement.Parse(xml, LoadOptions.PreserveWhitespace);
            Assert.Equal(root.Value, root.Attribute("b")!.Value);
        });

    private static Gen<string> One(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static async Task<XDocument> DocumentAsync(DirectorySnapshot snapshot)
    {
        using var stream = new MemoryStream();
        await new IpOfficeDirectory(snapshot, "cfg_directory", "192.0.2.1", NumberPolicy.IpOffice).WriteAsync(stream, TestContext.Current.CancellationToken);
        stream.Position = 0;
        return XDocument.Load(stream);
    }

    private static DirectorySnapshot Of(params (string Name, string Number)[] entries) =>
        Of(entries.Select((entry, index) => Person($"p{index}", entry.Name, entry.Number)), []);

    private static DirectorySnapshot Of(IEnumerable<DirectoryPerson> linked, IEnumerable<DirectoryPerson> manual) =>
        DirectorySnapshot.Build(
            1,
            new DateTimeOffset(2026, 11, 23, 20, 0, 0, TimeSpan.Zero),
            [new(DirectorySource.Manual, null, manual), new("TeamsDirectory", "GB", linked)],
            new DirectoryOptions());

    private static DirectoryPerson Person(string id, string name, string number) =>
        new() { Id = id, Name = name, Numbers = [new("businessPhones", name, number)] };
}
