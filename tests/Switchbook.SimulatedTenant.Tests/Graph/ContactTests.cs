using System.Net;
using System.Text.Json;
using Switchbook.SimulatedTenant.Tests.Support;

namespace Switchbook.SimulatedTenant.Tests.Graph;

public sealed class ContactTests(RunningTenant tenant) : IClassFixture<RunningTenant>
{
    private const string Adele = "/users/adelev@contoso.example";

    [Fact]
    public async Task A_mailbox_has_ten_contacts_on_a_page_unless_more_are_asked_for()
    {
        var first = await tenant.Client.GetAsync(Adele + "/contacts");
        var whole = await tenant.Client.GetAsync(Adele + "/contacts?$top=100");

        Assert.Equal(10, first.Values.Count());
        Assert.True(first.Json.TryGetProperty("@odata.nextLink", out _));
        Assert.Equal(12, whole.Values.Count());
    }

    [Fact]
    public async Task A_folder_of_a_mailbox_has_contacts_of_its_own()
    {
        var folder = (await tenant.Client.GetAsync(Adele + "/contactFolders")).Values.Single().GetProperty("id").GetString();
        var contacts = await tenant.Client.GetAsync($"{Adele}/contactFolders/{folder}/contacts");

        Assert.Equal(3, contacts.Values.Count());
        Assert.Equal(HttpStatusCode.NotFound, (await tenant.Client.GetAsync(Adele + "/contactFolders/AAMkX/contacts")).Status);
    }

    [Fact]
    public async Task Outlook_refuses_a_property_that_it_does_not_know() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await tenant.Client.GetAsync(Adele + "/contacts?$select=userPrincipalName")).Status);

    [Fact]
    public async Task Phones_of_an_organizational_contact_have_types_and_may_lack_a_number()
    {
        var phones = (await tenant.Client.GetAsync("/contacts")).Values.SelectMany(contact => contact.GetProperty("phones").EnumerateArray()).ToList();

        Assert.Contains(phones, phone => phone.GetProperty("type").GetString() == "business" && phone.GetProperty("number").ValueKind == JsonValueKind.String);
        Assert.Contains(phones, phone => phone.GetProperty("number").ValueKind == JsonValueKind.Null);
    }
}
