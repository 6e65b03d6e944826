using System.Text;
using Switchbook.EntryImports;
using Switchbook.Problems;
using Switchbook.SimulatedTenant;
using static Switchbook.Tests.Synchronization.TestInstallation;

namespace Switchbook.Tests.EntryImports;

public sealed class EntryImportTests
{
    [Theory]
    [InlineData("Name,Number\r\nReception,100\r\n\r\n\"Vance, Adele\",+441632960123\r\n")]
    [InlineData("Reception,100\n\"Vance, Adele\",+441632960123")]
    [InlineData("\uFEFFnumber;name;note\n100;Reception;x\n+441632960123;Vance, Adele;y\n")]
    public void A_file_is_read_with_or_without_a_heading(string file) => Assert.Equal(
        [("Reception", "100", true), ("Vance, Adele", "+441632960123", true)],
        CsvEntries.Read(Bytes(file)).Select(line => (line.Name, line.Number, line.IsNew)));

    [Fact]
    public void Each_wrong_line_says_why_and_where()
    {
        var lines = CsvEntries.Read(Bytes("Name,Number\nReception,100\nAlone\n,200\nNobody,none\n\"Open,1\n")).ToList();

        Assert.Equal([2, 3, 4, 5, 6], lines.Select(line => line.Line));
        Assert.Equal(
            [null, "SB-IMPORT-002", "SB-ENTRY-003", "SB-ENTRY-004", "SB-IMPORT-002"],
            lines.Select(line => line.Problem?.Code));
    }

    [Fact]
    public void What_the_export_guarded_from_spreadsheets_is_read_as_it_was() =>
        Assert.Equal("=Adele", Assert.Single(CsvEntries.Read(Bytes("'=Adele,100"))).Name);

    [Fact]
    public void A_file_that_is_no_text_is_refused() =>
        Assert.Equal("SB-IMPORT-001", Assert.Throws<ProblemException>(() => CsvEntries.Read([0xFF, 0xFE, 0x41]).ToList()).Problem.Code);

    [Fact]
    public async Task All_lines_are_imported_or_none_unless_the_others_are_wanted()
    {
        await using var installation = await CreateAsync(new SimulationOptions { Users = 10 });
        var import = installation.Get<EntryImport>();
        var file = Bytes("Reception,100\nWrong,none\nLift,112\n");

        Assert.False((await import.ApplyAsync(file, skipWrong: false, Cancellation)).IsApplied);
        Assert.Empty(await installation.EntriesAsync());
        Assert.True((await import.ApplyAsync(file, skipWrong: true, Cancellation)).IsApplied);
        Assert.Equal([("manual", "Lift", "112"), ("manual", "Reception", "100")], await installation.EntriesAsync());
    }

    [Fact]
    public async Task What_is_there_already_is_not_added_again()
    {
        await using var installation = await CreateAsync(new SimulationOptions { Users = 10 });
        var import = installation.Get<EntryImport>();
        await import.ApplyAsync(Bytes("Reception,100\n"), skipWrong: false, Cancellation);

        var preview = await import.PreviewAsync(Bytes("Reception,100\nLift,112\nLift,112\n"), Cancellation);

        Assert.Equal((1, 2, 0), (preview.New, preview.Unchanged, preview.Wrong));
        Assert.Single(await installation.EntriesAsync());
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
