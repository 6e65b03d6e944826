using System.Diagnostics;

namespace Switchbook.Tests.Phonebooks.Vendors;

/// <summary>The reviewed documents under another parser's eye (xmllint of libxml2), each against the limits of its vendor's guide.</summary>
public sealed class XmllintTests
{
    [Fact]
    public async Task Every_document_is_well_formed()
    {
        var files = Directory.GetFiles(GoldenDocumentTests.GoldenFolder, "*.xml");

        Assert.Equal((0, ""), await XmllintAsync(["--noout", "--nonet", .. files]));
        Assert.Equal(GoldenDocumentTests.Documents.Count, files.Length);
    }

    [Theory]
    [InlineData("cisco.xml", "count(//DirectoryEntry) <= 32 and not(//Name[string-length() > 64]) and count(//SoftKeyItem) <= 8")] // Application Development Notes
    [InlineData("cisco-menu.xml", "count(//MenuItem) <= 100")]
    [InlineData("mitel.xml", "count(//MenuItem) <= 30")] // XML API guide, text menu
    [InlineData("poly.xml", "not(//fn[string-length() > 40]) and not(//ct[contains(., ' ')])")] // SoundPoint IP administrator guide
    [InlineData("panasonic.xml", "count(//*[local-name()='Personnel']) <= 20 and not(//*[local-name()='Name'][string-length() > 24 or contains(., '&') or contains(., '<') or contains(., \"'\")]) and not(//*[local-name()='PhoneNum'][translate(., '0123456789*#', '')])")] // XML Application Developer's Guide 5.2.8
    [InlineData("grandstream.xml", "not(//Contact[not(Phone/phonenumber)]) and not(//Phone[not(@type='Work' or @type='Home' or @type='Cell')])")] // GXP series XML phonebook guide
    [InlineData("gigaset.xml", "/list/@total = count(//entry) and /list/@first = 1 and /list/@last = count(//entry)")]
    [InlineData("snom-tbook.xml", "not(//number[not(@type='business' or @type='mobile' or @type='home')])")] // wiki, Remote XML Directory
    [InlineData("avaya.xml", "not(//Type[not(.='Work' or .='Mobile' or .='Home')])")]
    [InlineData("fritzbox.xml", "not(//number[not(@type='work' or @type='mobile' or @type='home')])")]
    public async Task A_document_keeps_its_vendors_limits(string file, string rule) =>
        Assert.Equal((0, "true"), await XmllintAsync(["--xpath", rule, Path.Combine(GoldenDocumentTests.GoldenFolder, file)]));

    private static async Task<(int ExitCode, string Output)> XmllintAsync(string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("xmllint", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, (await output + await errors).Trim());
    }
}
