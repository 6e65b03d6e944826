using System.Net;
using System.Text.Json;
using Switchbook.SimulatedTenant.People;
using Switchbook.SimulatedTenant.Tests.Support;

namespace Switchbook.SimulatedTenant.Tests.Conformance;

/// <summary>Every kind of answer, read by Microsoft's OData library with Microsoft's metadata.</summary>
public sealed class MetadataTests(RunningTenant tenant) : IClassFixture<RunningTenant>
{
    private const string Everything =
        "$select=id,displayName,givenName,surname,mail,userPrincipalName,jobTitle,officeLocation,preferredLanguage,businessPhones,"
        + "mobilePhone,faxNumber,imAddresses,otherMails,accountEnabled,userType,externalUserState,department,companyName,employeeId,"
        + "usageLocation,onPremisesSyncEnabled,onPremisesSamAccountName,onPremisesExtensionAttributes,showInAddressList,"
        + "createdDateTime,isResourceAccount," + UserProperties.DirectoryExtension;

    private static readonly (string, string) Eventual = ("ConsistencyLevel", "eventual");

    [Theory]
    [InlineData("/users", "users")]
    [InlineData("/users?$top=999&" + Everything, "users")]
    [InlineData("/users?$top=50&$select=id,assignedPlans", "users")]
    [InlineData("/users?$count=true&$filter=endsWith(mail,'example')", "users")]
    [InlineData("/users/delta?" + Everything, "users")]
    [InlineData("/groups", "groups")]
    [InlineData("/groups?$select=id,displayName", "groups")]
    [InlineData("/groups/{EMEA}/members?$top=999", "directoryObjects")]
    [InlineData("/groups/{EMEA}/transitiveMembers?$select=id,displayName,businessPhones&$top=999", "directoryObjects")]
    [InlineData("/groups/{EMEA}/transitiveMembers/microsoft.graph.user?$top=999&$count=true&" + Everything, "users")]
    [InlineData("/groups/{Empty}/members", "directoryObjects")]
    [InlineData("/contacts", "contacts")]
    [InlineData("/contacts?$top=3&$select=id,displayName,phones,addresses", "contacts")]
    [InlineData("/organization", "organization")]
    [InlineData("/applications", "applications")]
    public async Task A_list_is_what_the_metadata_says(string address, string set)
    {
        var group = tenant.Simulation.Groups.FirstOrDefault(group => address.Contains($"{{{group.DisplayName}}}", StringComparison.Ordinal));
        var target = group is null ? address : address.Replace($"{{{group.DisplayName}}}", group.Id, StringComparison.Ordinal);
        var answer = await tenant.Client.GetAsync(target, Eventual);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.True(await GraphMetadata.ReadSetAsync(answer, set) >= answer.Values.Count());
    }

    [Theory]
    [InlineData("/users/{Adele}/contacts?$top=5", "microsoft.graph.contact")]
    [InlineData("/users/{Adele}/contacts?$select=id,displayName,businessPhones,mobilePhone,emailAddresses", "microsoft.graph.contact")]
    [InlineData("/users/{Adele}/contactFolders", "microsoft.graph.contactFolder")]
    [InlineData("/admin/teams/userConfigurations", "microsoft.graph.teamsAdministration.teamsUserConfiguration")]
    [InlineData("/admin/teams/userConfigurations?$select=id,accountType,telephoneNumbers", "microsoft.graph.teamsAdministration.teamsUserConfiguration")]
    public async Task A_list_within_another_object_is_what_the_metadata_says(string address, string type)
    {
        var adele = (await tenant.Client.GetAsync("/users?$top=1")).Values.Single().GetProperty("id").GetString();
        var answer = await tenant.Client.GetAsync(address.Replace("{Adele}", adele, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.True(await GraphMetadata.ReadListAsync(answer, type) >= answer.Values.Count());
    }

    [Fact]
    public async Task One_user_and_one_group_are_what_the_metadata_says()
    {
        var id = (await tenant.Client.GetAsync("/users?$top=1")).Values.Single().GetProperty("id").GetString();
        Assert.Equal(1, await GraphMetadata.ReadOneAsync(await tenant.Client.GetAsync($"/users/{id}"), "users"));
        Assert.Equal(1, await GraphMetadata.ReadOneAsync(await tenant.Client.GetAsync($"/groups/{tenant.Simulation.Groups[0].Id}"), "groups"));
    }

    [Fact]
    public async Task An_error_has_the_members_that_Microsoft_documents()
    {
        // Microsoft's "innerError" is not OData's "innererror", so the OData library refuses the real service's errors too.
        var error = (await tenant.Client.GetAsync("/users?$filter=nonsense")).Json.GetProperty("error");
        Assert.Equal("code message innerError", Names(error));
        Assert.Equal("date request-id client-request-id", Names(error.GetProperty("innerError")));

        static string Names(JsonElement json) => string.Join(' ', json.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public void Every_property_that_is_served_is_one_that_Microsoft_declares()
    {
        var declared = GraphMetadata.PropertiesOf("user");
        Assert.DoesNotContain(UserProperties.All.Select(property => property.Name), name => name != UserProperties.DirectoryExtension && !declared.Contains(name));
    }

    [Fact]
    public async Task The_reader_would_notice_a_wrong_type()
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = "application/json;odata.metadata=minimal" };
        const string Text = """{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users","value":[{"id":"1","businessPhones":"x"}]}""";
        await Assert.ThrowsAsync<Microsoft.OData.ODataException>(() => GraphMetadata.ReadSetAsync(new Answer(HttpStatusCode.OK, Text, headers), "users"));
    }

    [Fact]
    public async Task The_published_users_have_the_properties_that_ours_have()
    {
        var file = MicrosoftFiles.Require("sandbox-users.json");
        var published = JsonElement.Parse(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        var theirs = published.GetProperty("value")[0].EnumerateObject().ToDictionary(member => member.Name, Kind, StringComparer.Ordinal);
        var ours = (await tenant.Client.GetAsync("/users?$top=999")).Values.ToArray();
        Assert.All(ours, person => Assert.Equal(
            theirs.Keys.Order(StringComparer.Ordinal), person.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal)));
        Assert.All(ours, person => Assert.Equal(JsonValueKind.Array, person.GetProperty("businessPhones").ValueKind));
        Assert.Equal(JsonValueKind.Array, theirs["businessPhones"]);
        Assert.Equal("@odata.context", published.EnumerateObject().First().Name);

        static JsonValueKind Kind(JsonProperty member) => member.Value.ValueKind;
    }

    [Fact]
    public async Task The_published_answers_have_the_members_and_contexts_that_ours_have()
    {
        var file = MicrosoftFiles.Require("published-responses.json");
        var published = JsonElement.Parse(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        var asked = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["https://graph.microsoft.com/v1.0/users/delta"] = "/users/delta",
            ["https://graph.microsoft.com/v1.0/groups/delta"] = "/groups/delta",
            ["https://graph.microsoft.com/v1.0/groups/*/members"] = $"/groups/{tenant.Simulation.Groups[0].Id}/members",
            ["https://graph.microsoft.com/v1.0/groups/*"] = $"/groups/{tenant.Simulation.Groups[0].Id}",
        };
        var compared = 0;
        foreach (var mock in published.EnumerateArray())
        {
            var request = mock.GetProperty("request");
            if (request.GetProperty("method").GetString() == "GET" && asked.TryGetValue(request.GetProperty("url").GetString()!, out var address))
            {
                var body = mock.GetProperty("response").GetProperty("body");
                var answer = (await tenant.Client.GetAsync(address)).Json;
                Assert.Subset(Names(answer), Names(body).Where(name => name.StartsWith('@') || name == "value").ToHashSet(StringComparer.Ordinal));
                Assert.Equal(Fragment(body), Fragment(answer));
                compared++;
            }
        }

        Assert.Equal(asked.Count, compared);

        static HashSet<string> Names(JsonElement json) => json.EnumerateObject().Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
        static string Fragment(JsonElement json) => json.GetProperty("@odata.context").GetString()!.Split('#')[1];
    }
}
