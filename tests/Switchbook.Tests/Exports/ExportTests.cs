using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Switchbook.Exports;
using Switchbook.Numbers;
using Switchbook.Phonebooks;
using Switchbook.PhoneDirectory;
using Switchbook.Tests.Phonebooks.Vendors;
using static Switchbook.Tests.PhoneDirectory.People;

namespace Switchbook.Tests.Exports;

public sealed class ExportTests
{
    private static readonly DirectorySnapshot Adele = Directory(
        Manual(("m1", "Reception", "100")),
        Link("Link", Person("b0e4ad6f-0000-4000-8000-000000000001", "Adele Vance", "+44 1632 768402") with
        {
            Mail = "adele@contoso.example",
            Company = "Contoso, Ltd; UK",
            Department = "Sales",
            Title = "Head",
        }),
        new DirectorySource("Other", "GB", [Person("b0e4ad6f-0000-4000-8000-000000000002", "Adele Vance", "01632 768403").WithMobile("+447700900123")]));

    [Fact]
    public async Task Every_format_of_the_contract_writes_something()
    {
        foreach (var format in "csv ldif vcard json ipoffice yealink cisco snom grandstream poly fanvil gigaset mitel".Split(' '))
        {
            Assert.Contains("Adele Vance", await ExportAsync(format), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task CSV_has_a_line_an_entry_under_a_heading() => Assert.Equal(
        [
            "Name,Number,Kind,Source,Person",
            "Adele Vance,+44 1632 768402,businessPhones,Link,b0e4ad6f-0000-4000-8000-000000000001",
            "Adele Vance,01632 768403,businessPhones,Other,b0e4ad6f-0000-4000-8000-000000000002",
            "Adele Vance M,+447700900123,mobilePhone,Other,b0e4ad6f-0000-4000-8000-000000000002",
            "Reception,100,manual,manual,\"\"",
            "",
        ],
        (await ExportAsync("csv")).Split("\r\n"));

    [Fact]
    public async Task The_CSV_of_IP_Office_has_names_once_numbers_in_its_form_and_no_heading() => Assert.Equal(
        ["Reception,100", "Adele Vance,441632768402", "Adele Vance (2),01632768403", "Adele Vance M,447700900123", ""],
        (await ExportAsync("ipoffice-csv")).Split("\r\n"));

    [Fact]
    public async Task LDIF_has_each_person_with_what_LDAP_shows_of_them()
    {
        var ldif = await ExportAsync("ldif", "e164");

        Assert.StartsWith("version: 1\n\ndn: dc=switchbook\n", ldif, StringComparison.Ordinal);
        Assert.Contains(
            """
            dn: uid=b0e4ad6f-0000-4000-8000-000000000001,ou=people,dc=switchbook
            objectClass: top
            objectClass: person
            objectClass: organizationalPerson
            objectClass: inetOrgPerson
            uid: b0e4ad6f-0000-4000-8000-000000000001
            cn: Adele Vance
            displayName: Adele Vance
            givenName: Adele
            sn: Vance
            telephoneNumber: +441632768402
            mail: adele@contoso.example
            title: Head
            departmentNumber: Sales
            ou: Sales
            o: Contoso, Ltd; UK

            """,
            ldif,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_LDIF_cannot_hold_is_in_base64_and_lines_are_folded()
    {
        var ldif = await ExportAsync(NastyDirectory.Build(), "ldif");

        Assert.Contains($"cn:: {Convert.ToBase64String(Encoding.UTF8.GetBytes("שרה לוי"))}\n", ldif, StringComparison.Ordinal);
        Assert.All(ldif.Split('\n'), line => Assert.InRange(line.Length, 0, 76));
        Assert.DoesNotContain(ldif, letter => letter > '~');
    }

    [Fact]
    public async Task A_vCard_4_has_numbers_as_addresses() => Assert.Contains(
        string.Join("\r\n",
        [
            "BEGIN:VCARD", "VERSION:4.0", "PRODID:-//Switchbook//EN", "UID:urn:uuid:b0e4ad6f-0000-4000-8000-000000000001", "FN:Adele Vance", "N:Vance;Adele;;;",
            "TEL;VALUE=uri;TYPE=\"work,voice\":tel:+441632768402", "EMAIL;TYPE=work:adele@contoso.example",
            "ORG:Contoso\\, Ltd\\; UK;Sales", "TITLE:Head", "END:VCARD", "",
        ]),
        await ExportAsync("vcard", "e164"),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_mobile_number_is_of_another_type() => Assert.Contains(
        "TEL;TYPE=WORK,VOICE:01632 768403\r\nTEL;TYPE=CELL,VOICE:+447700900123\r\n", await ExportAsync("vcard3"), StringComparison.Ordinal);

    [Fact]
    public async Task A_vCard_3_has_them_as_they_are_stored() =>
        Assert.Contains("VERSION:3.0\r\n", await ExportAsync("vcard3"), StringComparison.Ordinal);

    [Fact]
    public async Task The_lines_of_a_vCard_are_folded_between_characters_and_end_by_CRLF()
    {
        var cards = await ExportAsync(NastyDirectory.Build(), "vcard");

        Assert.DoesNotContain("\n", cards.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(cards.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains($"FN:Long {new string('n', 200)}\r\n", cards.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', cards.Replace("Bell and \uFFFD lone Tab", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task JSON_is_the_list_of_entries()
    {
        using var list = JsonDocument.Parse(await ExportAsync("json", "e164"));

        Assert.Equal(
            ["+441632768402", "+441632768403", "+447700900123", "100"],
            list.RootElement.EnumerateArray().Select(entry => entry.GetProperty("number").GetString()));
    }

    private static Task<string> ExportAsync(string format, string? numbers = null) => ExportAsync(Adele, format, numbers);

    private static async Task<string> ExportAsync(DirectorySnapshot snapshot, string format, string? numbers = null)
    {
        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddPhonebooks()
            .AddExports()
            .BuildServiceProvider();
        using var output = new MemoryStream();
        var request = new ExportRequest(snapshot, "http://127.0.0.1:8080", numbers is null ? null : NumberPolicyText.Read(numbers));
        await services.GetRequiredService<ExportCatalogue>().Get(format).WriteAsync(request, output, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
