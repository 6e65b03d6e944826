using System.Net;
using Switchbook.SimulatedTenant.Tests.Support;

namespace Switchbook.SimulatedTenant.Tests.Graph;

public sealed class FilterTests(RunningTenant tenant) : IClassFixture<RunningTenant>
{
    private static readonly (string, string) Eventual = ("ConsistencyLevel", "eventual");

    private readonly TenantClient _client = tenant.Client;

    [Theory]
    [InlineData("accountEnabled eq true", "accountEnabled", "True")]
    [InlineData("accountEnabled eq false", "accountEnabled", "False")]
    [InlineData("accountEnabled eq true and userType eq 'Member'", "userType", "Member")]
    [InlineData("userType eq 'guest'", "userType", "Guest")]
    [InlineData("department in ('Sales')", "department", "Sales")]
    [InlineData("(department eq 'Sales')", "department", "Sales")]
    [InlineData("startswith(displayName,'adele vance') and (userType eq 'Member' or userType eq 'Guest')", "displayName", "Adele Vance")]
    public async Task A_default_filter_lists_those_for_whom_it_holds(string filter, string property, string value)
    {
        var everybody = await _client.ListAsync($"/users?$select={property}&$top=999");
        var found = await _client.ListAsync($"/users?$select={property}&$top=999&$filter={filter}");
        Assert.NotEmpty(found);
        Assert.All(found, person => Assert.Equal(value, person.GetProperty(property).ToString()));
        if (!filter.Contains(" and ", StringComparison.Ordinal))
        {
            Assert.Equal(everybody.Count(person => person.GetProperty(property).ToString() == value), found.Count);
        }
    }

    [Theory]
    [InlineData("accountEnabled ne true")]
    [InlineData("not startsWith(displayName,'Conf')")]
    [InlineData("endsWith(mail,'@contoso.example')")]
    [InlineData("displayName eq null")]
    [InlineData("mobilePhone ne null")]
    [InlineData("companyName eq 'Fabrikam'")]
    [InlineData("startsWith(mobilePhone,'+44')")]
    [InlineData("businessPhones/any(p: startsWith(p,'+44 1632 768402'))")]
    [InlineData("assignedPlans/any(p: p/service eq 'TeamspaceAPI' and p/capabilityStatus eq 'Enabled')")]
    [InlineData("assignedPlans/any(p:p/servicePlanId eq 57ff2da0-773e-42df-b2af-ffb7a2317929)")]
    [InlineData("onPremisesExtensionAttributes/extensionAttribute1 eq '402'")]
    public async Task An_advanced_filter_needs_the_count_and_the_header(string filter)
    {
        var address = $"/users?$select=id&$top=999&$filter={Uri.EscapeDataString(filter)}";
        foreach (var refused in new[] { await _client.GetAsync(address), await _client.GetAsync(address, Eventual), await _client.GetAsync(address + "&$count=true") })
        {
            Assert.Equal((HttpStatusCode.BadRequest, "Request_UnsupportedQuery"), (refused.Status, refused.ErrorCode));
        }

        var pages = await _client.PagesAsync(address + "&$count=true", Eventual);
        var found = pages.Sum(page => page.Values.Count());
        Assert.InRange(found, 1, 2499);
        Assert.Equal(found, pages[0].Json.GetProperty("@odata.count").GetInt32());
    }

    [Theory]
    [InlineData("accountEnabled eq 'yes'")]
    [InlineData("displayName eq")]
    [InlineData("displayName eq 'a")]
    [InlineData("displayName == 'a'")]
    [InlineData("(displayName eq 'a'")]
    [InlineData("displayName eq 'a' 'b'")]
    [InlineData("nosuch eq 'a'")]
    [InlineData("contains(displayName,'a')")]
    [InlineData("businessPhones eq '1'")]
    [InlineData("showInAddressList eq null")]
    [InlineData("endsWith(displayName,'a')")]
    [InlineData("assignedPlans/any(p: q/service eq 'a')")]
    [InlineData("id eq 1")]
    [InlineData("")]
    public async Task What_is_no_filter_is_refused(string filter)
    {
        var answer = await _client.GetAsync($"/users?$count=true&$filter={Uri.EscapeDataString(filter)}", Eventual);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task No_filter_exhausts_the_stack()
    {
        var answer = await _client.GetAsync($"/users?$filter={new string('(', 3000)}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task Filter_and_sorting_together_are_an_advanced_query()
    {
        const string Address = "/users?$select=displayName&$filter=userType eq 'Guest'&$orderby=displayName";
        Assert.Equal("Request_UnsupportedQuery", (await _client.GetAsync(Address)).ErrorCode);
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync(Address + "&$count=true", Eventual)).Status);
    }
}
