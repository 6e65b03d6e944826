using System.Reflection;
using System.Xml.Linq;

namespace Switchbook.Tests.Phonebooks.Vendors;

/// <summary>
/// Each vendor's document of a directory full of traps, as it was reviewed. To renew the files after a wanted change, run with
/// <c>SWITCHBOOK_GOLDEN=write</c>, and review the difference.
/// </summary>
public sealed class GoldenDocumentTests
{
    internal static readonly string GoldenFolder = Path.Combine(
        typeof(GoldenDocumentTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(data => data.Key == "RepositoryRoot").Value!,
        "tests", "Switchbook.Tests", "Phonebooks", "Vendors", "Golden");

    public static TheoryData<string, string> Documents => new()
    {
        { "/phonebook/yealink", "yealink.xml" },
        { "/phonebook/cisco", "cisco.xml" },
        { "/phonebook/cisco/menu", "cisco-menu.xml" },
        { "/phonebook/cisco/search", "cisco-search.xml" },
        { "/phonebook/snom", "snom.xml" },
        { "/phonebook/snom/search", "snom-search.xml" },
        { "/phonebook/snom/tbook", "snom-tbook.xml" },
        { "/phonebook/grandstream", "grandstream.xml" },
        { "/phonebook/poly", "poly.xml" },
        { "/phonebook/poly/browser", "poly-browser.xml" },
        { "/phonebook/fanvil", "fanvil.xml" },
        { "/phonebook/gigaset", "gigaset.xml" },
        { "/phonebook/mitel", "mitel.xml" },
        { "/phonebook/mitel/search", "mitel-search.xml" },
        { "/phonebook/htek", "htek.xml" },
        { "/phonebook/panasonic", "panasonic.xml" },
        { "/phonebook/avaya", "avaya.xml" },
        { "/phonebook/fritzbox", "fritzbox.xml" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_document_is_well_formed_and_stands_as_it_was_reviewed(string address, string file)
    {
        await using var host = await VendorHost.StartAsync(NastyDirectory.Build());

        var document = await host.GetAsync(address);

        Assert.NotNull(XDocument.Parse(document).Root);
        var golden = Path.Combine(GoldenFolder, file);
        if (Environment.GetEnvironmentVariable("SWITCHBOOK_GOLDEN") == "write")
        {
            await File.WriteAllTextAsync(golden, document, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(golden, TestContext.Current.CancellationToken), document);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_document_of_an_empty_directory_is_well_formed(string address, string file)
    {
        await using var host = await VendorHost.StartAsync(NastyDirectory.BuildMany(0));

        var root = XDocument.Parse(await host.GetAsync(address)).Root;

        Assert.True(root is not null, file);
    }
}
