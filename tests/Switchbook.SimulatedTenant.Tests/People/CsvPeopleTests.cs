using System.Text;
using Switchbook.SimulatedTenant.People;
using Switchbook.SimulatedTenant.Tests.Support;

namespace Switchbook.SimulatedTenant.Tests.People;

public sealed class CsvPeopleTests : IDisposable
{
    private const string Ldap =
        """
        id,cn,givenName,sn,displayName,title,department,o,mail,telephoneNumber,mobile,ipPhone
        u000000,Łukasz Weiß,Łukasz,Weiß,Łukasz Weiß,Engineer,IT,Contoso,lukasz@example.com,+14255550000,+447700900000,10000
        u000001,"O'Brien, Zoë",Zoë,O'Brien,,"Director, East",Sales,Fabrikam,zoe@example.com,+14255550001;+14255550002,,

        """;

    private static readonly string[] Shown =
    [
        "displayName", "surname", "jobTitle", "companyName", "businessPhones", "mobilePhone", "employeeId", "accountEnabled", "userType",
    ];

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task The_columns_of_an_LDAP_export_are_understood()
    {
        await using var simulation = await StartAsync(Ldap);
        using var client = new TenantClient(simulation);
        var people = await client.ListAsync(
            "/users?$select=id,displayName,surname,jobTitle,companyName,businessPhones,mobilePhone,employeeId,onPremisesExtensionAttributes,accountEnabled,userType");
        Assert.Equal(2, simulation.People);
        Assert.Equal("Łukasz Weiß|Weiß|Engineer|Contoso|[\"+14255550000\"]|+447700900000|u000000|True|Member", Line(people[0]));
        Assert.Equal("O'Brien, Zoë|O'Brien|Director, East|Fabrikam|[\"+14255550001\",\"+14255550002\"]||u000001|True|Member", Line(people[1]));
        Assert.Equal("10000", people[0].GetProperty("onPremisesExtensionAttributes").GetProperty("extensionAttribute1").GetString());
        var id = CsvPeople.ObjectId("u000000").ToString();
        Assert.Equal(id, people[0].GetProperty("id").GetString());
        Assert.Equal("Łukasz Weiß", (await client.GetAsync($"/users/{id}?$select=displayName")).Json.GetProperty("displayName").GetString());

        static string Line(System.Text.Json.JsonElement person) => string.Join('|', Shown.Select(name => person.GetProperty(name).ToString()));
    }

    [Fact]
    public async Task The_names_of_Graph_are_understood_too()
    {
        const string Id = "3a2fb18c-19a7-4951-8050-7569dd42d37e";
        await using var simulation = await StartAsync($"id,displayName,businessPhones,accountEnabled,userType,unknown\n{Id},Adele,x402,false,Guest,1\n");
        using var client = new TenantClient(simulation);
        var adele = (await client.GetAsync("/users?$select=id,displayName,businessPhones,accountEnabled,userType,employeeId")).Values.Single();
        Assert.Equal($$"""{"id":"{{Id}}","displayName":"Adele","businessPhones":["x402"],"accountEnabled":false,"userType":"Guest","employeeId":null}""", adele.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("id,displayName\na,One\na,Two\n")]
    [InlineData("id,displayName\na,\"One\n")]
    public async Task What_is_no_people_file_is_refused(string text) =>
        await Assert.ThrowsAsync<InvalidDataException>(() => StartAsync(text));

    [Fact]
    public void An_ID_that_is_no_GUID_becomes_the_same_GUID_every_time()
    {
        Assert.Equal(CsvPeople.ObjectId("u000000"), CsvPeople.ObjectId("u000000"));
        Assert.NotEqual(CsvPeople.ObjectId("u000000"), CsvPeople.ObjectId("u000001"));
        Assert.Equal(8, CsvPeople.ObjectId("u000000").Version);
    }

    private async Task<Simulation> StartAsync(string csv)
    {
        await File.WriteAllTextAsync(_file, csv, Encoding.UTF8, TestContext.Current.CancellationToken);
        return await Simulation.StartAsync(new SimulationOptions { PeopleFile = _file }, TestContext.Current.CancellationToken);
    }
}
