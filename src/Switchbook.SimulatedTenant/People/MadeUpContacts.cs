using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Switchbook.SimulatedTenant.People;

/// <summary>Contacts of the simulated tenant: partners of the organization, and some in everyone's mailbox.</summary>
/// <param name="seed">The seed of the tenant.</param>
internal sealed class MadeUpContacts(int seed)
{
    private const int Partners = 12;
    private const int InMailbox = 12;
    private const int InFolder = 3;
    private const string FolderName = "Suppliers";

    private readonly ObjectIds _ids = new(seed, kind: 5);

    /// <summary>Organizational contacts (https://learn.microsoft.com/graph/api/resources/orgcontact).</summary>
    public IReadOnlyList<JsonObject> OfOrganization => [.. Enumerable.Range(0, Partners).Select(Partner)];

    /// <summary>The one contact folder that every mailbox has beside the default one.</summary>
    public static JsonObject Folder(string mailbox) => new()
    {
        ["id"] = OutlookId(mailbox, "folder"),
        ["displayName"] = FolderName,
        ["parentFolderId"] = OutlookId(mailbox, "root"),
    };

    /// <summary>The contacts of a mailbox (https://learn.microsoft.com/graph/api/resources/contact).</summary>
    public IReadOnlyList<JsonObject> OfMailbox(string mailbox, bool inFolder) =>
        [.. Enumerable.Range(inFolder ? InMailbox : 0, inFolder ? InFolder : InMailbox).Select(index => Contact(mailbox, index, inFolder))];

    private JsonObject Partner(int index)
    {
        var number = index.ToString(CultureInfo.InvariantCulture);
        var (given, family) = Name(index);
        return new()
        {
            ["id"] = _ids.Of(index).ToString(),
            ["displayName"] = $"{given} {family} (Partner)",
            ["givenName"] = given,
            ["surname"] = family,
            ["mail"] = $"partner{number}@fabrikam.example",
            ["mailNickname"] = "partner" + number,
            ["jobTitle"] = index % 2 == 0 ? "Consultant" : null,
            ["department"] = "Partners",
            ["companyName"] = "Fabrikam",
            ["addresses"] = new JsonArray(new JsonObject
            {
                ["city"] = "Bern",
                ["countryOrRegion"] = "CH",
                ["officeLocation"] = "2/" + number,
                ["postalCode"] = null,
                ["state"] = null,
                ["street"] = null,
            }),
            ["phones"] = new JsonArray(
                Phone("business", index % 5 == 4 ? null : Number(index)),
                Phone("mobile", index % 3 == 0 ? "+447700900" + (500 + index).ToString(CultureInfo.InvariantCulture) : null),
                Phone("businessFax", null)),
            ["proxyAddresses"] = new JsonArray($"SMTP:partner{number}@fabrikam.example"),
            ["onPremisesSyncEnabled"] = null,
        };
    }

    private static JsonObject Phone(string type, string? number) => new() { ["number"] = number, ["type"] = type };

    private JsonObject Contact(string mailbox, int index, bool inFolder)
    {
        var (given, family) = Name(index + 100);
        var number = index.ToString(CultureInfo.InvariantCulture);
        return new()
        {
            ["@odata.etag"] = $"W/\"EQAAABYAAAB{number}\"",
            ["id"] = OutlookId(mailbox, "contact" + number),
            ["changeKey"] = "EQAAABYAAAB" + number,
            ["parentFolderId"] = OutlookId(mailbox, inFolder ? "folder" : "root"),
            ["displayName"] = $"{given} {family}",
            ["fileAs"] = $"{family}, {given}",
            ["givenName"] = given,
            ["surname"] = family,
            ["jobTitle"] = null,
            ["department"] = "",
            ["companyName"] = inFolder ? "Northwind Traders" : "",
            ["officeLocation"] = "",
            ["businessPhones"] = (JsonArray)(index % 4 == 3 ? [] : [Number(index + 200)]),
            ["homePhones"] = new JsonArray(),
            ["mobilePhone"] = index % 3 == 0 ? "+447700900" + (600 + index).ToString(CultureInfo.InvariantCulture) : null,
            ["imAddresses"] = new JsonArray(),
            ["emailAddresses"] = new JsonArray(new JsonObject { ["name"] = $"{given} {family}", ["address"] = $"contact{number}@northwind.example" }),
            ["businessAddress"] = new JsonObject(),
        };
    }

    private (string Given, string Family) Name(int index)
    {
        var culture = Chance.Pick(NameStock.Cultures, Chance.Of(seed, index, 0xC0));
        return (Chance.Pick(culture.GivenNames, Chance.Of(seed, index, 0xC1)).Text, Chance.Pick(culture.Surnames, Chance.Of(seed, index, 0xC2)).Text);
    }

    private static string Number(int index) => "+44 1632 96" + (1000 + index).ToString(CultureInfo.InvariantCulture);

    /// <summary>Long, opaque and different in the case of letters alone, as Outlook's are.</summary>
    private static string OutlookId(string mailbox, string name) =>
        "AAMkA" + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{mailbox}/{name}")).Replace('+', '-').Replace('/', '_');
}
