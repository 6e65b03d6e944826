using System.Net;
using Switchbook.SimulatedTenant.Tests.Support;

namespace Switchbook.SimulatedTenant.Tests.Graph;

public sealed class GroupTests(RunningTenant tenant) : IClassFixture<RunningTenant>
{
    private static readonly (string, string) Eventual = ("ConsistencyLevel", "eventual");

    private readonly TenantClient _client = tenant.Client;

    [Fact]
    public async Task A_group_of_twelve_thousand_exists_where_people_suffice()
    {
        await using var large = await Simulation.StartAsync(
            new SimulationOptions { Users = 20_000 }, TestContext.Current.CancellationToken);
        Assert.Equal(12_000, Assert.Single(large.Groups, group => group.DisplayName == "Everyone in Operations").TransitiveMembers);
    }

    [Fact]
    public async Task Groups_are_found_by_the_beginning_of_their_name_or_by_a_word()
    {
        var byName = await _client.ListAsync("/groups?$filter=startsWith(displayName,'Project')&$select=id,displayName");
        Assert.Equal(["Project Falcon", "Project Owl"], byName.Select(group => group.GetProperty("displayName").GetString()), StringComparer.Ordinal);
        var byWord = await _client.ListAsync("/groups?$search=\"displayName:desk\"&$count=true", Eventual);
        Assert.Equal("Help Desk", Assert.Single(byWord).GetProperty("displayName").GetString());
    }

    [Fact]
    public async Task A_group_is_shown_by_its_ID_and_an_unknown_one_is_not_found()
    {
        var sales = Group("Sales");
        Assert.Equal("Sales", (await _client.GetAsync($"/groups/{sales.Id}?$select=id,displayName")).Json.GetProperty("displayName").GetString());
        foreach (var id in new[] { Guid.NewGuid().ToString(), "nonsense" })
        {
            var answer = await _client.GetAsync($"/groups/{id}/members");
            Assert.Equal((HttpStatusCode.NotFound, "Request_ResourceNotFound"), (answer.Status, answer.ErrorCode));
        }
    }

    [Fact]
    public async Task Members_are_people_groups_and_devices()
    {
        var emea = Group("EMEA");
        var members = await _client.ListAsync($"/groups/{emea.Id}/members?$select=id,displayName&$top=999");
        var kinds = members.CountBy(member => member.GetProperty("@odata.type").GetString()!).ToDictionary();
        Assert.Equal(emea.DirectMembers, kinds["#microsoft.graph.user"]);
        Assert.Equal(2, kinds["#microsoft.graph.group"]);
        Assert.Equal(3, kinds["#microsoft.graph.device"]);
    }

    [Fact]
    public async Task Members_can_be_cast_to_groups()
    {
        var groups = await _client.ListAsync($"/groups/{Group("EMEA").Id}/members/microsoft.graph.group?$select=id,displayName&$count=true", Eventual);

        Assert.Equal(["Sales", "Support"], groups.Select(group => group.GetProperty("displayName").GetString()).Order(StringComparer.Ordinal));
        Assert.All(groups, group => Assert.False(group.TryGetProperty("@odata.type", out _)));
    }

    [Fact]
    public async Task Transitive_members_are_those_of_inner_groups_too_each_once()
    {
        var emea = Group("EMEA");
        var members = await _client.ListAsync($"/groups/{emea.Id}/transitiveMembers?$select=id&$top=999");
        var people = members.Where(member => member.GetProperty("@odata.type").GetString() == "#microsoft.graph.user").ToArray();
        Assert.Equal(people.Length, people.DistinctBy(member => member.GetProperty("id").GetString(), StringComparer.Ordinal).Count());
        Assert.Equal(emea.TransitiveMembers, people.Length);
        Assert.True(emea.TransitiveMembers > emea.DirectMembers);
    }

    [Fact]
    public async Task A_circle_of_groups_ends()
    {
        var (falcon, owl) = (Group("Project Falcon"), Group("Project Owl"));
        Assert.Equal(falcon.TransitiveMembers, owl.TransitiveMembers);
        Assert.Equal(falcon.DirectMembers + owl.DirectMembers, falcon.TransitiveMembers);
        Assert.NotEmpty(await _client.ListAsync($"/groups/{falcon.Id}/transitiveMembers?$select=id&$top=999"));
    }

    [Theory]
    [InlineData("members")]
    [InlineData("transitiveMembers")]
    public async Task A_cast_with_other_parameters_is_an_advanced_query(string segment)
    {
        var emea = Group("EMEA");
        var address = $"/groups/{emea.Id}/{segment}/microsoft.graph.user";
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync(address)).Status);
        Assert.Equal("Request_UnsupportedQuery", (await _client.GetAsync(address + "?$select=id&$top=999")).ErrorCode);
        var pages = await _client.PagesAsync(address + "?$select=id,businessPhones&$top=999&$count=true", Eventual);
        var people = pages.SelectMany(page => page.Values).ToArray();
        Assert.Equal(segment == "members" ? emea.DirectMembers : emea.TransitiveMembers, people.Length);
        Assert.Equal(people.Length, pages[0].Json.GetProperty("@odata.count").GetInt32());
        Assert.All(people, person => Assert.False(person.TryGetProperty("@odata.type", out _)));
    }

    [Fact]
    public async Task Teams_tells_the_numbers_that_it_has_assigned()
    {
        var users = await _client.ListAsync("/admin/teams/userConfigurations?$select=id,accountType,telephoneNumbers&$top=999");
        Assert.InRange(users.Count, 1000, 2499);
        var numbers = users.SelectMany(user => user.GetProperty("telephoneNumbers").EnumerateArray()).ToArray();
        Assert.Contains(numbers, number => number.GetProperty("assignmentCategory").GetString() == "private");
        Assert.Equal(numbers.Length, numbers.Select(number => number.GetProperty("telephoneNumber").GetString()).ToHashSet(StringComparer.Ordinal).Count);
    }

    [Fact]
    public async Task An_empty_group_has_an_empty_page() =>
        Assert.Empty(await _client.ListAsync($"/groups/{Group("Empty").Id}/transitiveMembers"));

    [Fact]
    public async Task Without_permission_to_read_users_members_come_as_an_ID_alone()
    {
        await using var poor = await Simulation.StartAsync(
            new SimulationOptions { Users = 100, Roles = ["GroupMember.Read.All"] }, TestContext.Current.CancellationToken);
        using var client = new TenantClient(poor);
        var group = poor.Groups.Single(group => group.DisplayName == "Reception");
        var members = await client.ListAsync($"/groups/{group.Id}/members?$select=id,displayName,businessPhones,mail");
        Assert.Equal(5, members.Count);
        Assert.All(members, member =>
        {
            Assert.Equal("#microsoft.graph.user", member.GetProperty("@odata.type").GetString());
            Assert.True(Guid.TryParse(member.GetProperty("id").GetString(), out _));
            Assert.Equal("", member.GetProperty("displayName").ToString());
            Assert.Equal("[]", member.GetProperty("businessPhones").ToString());
        });
        var users = await client.GetAsync("/users");
        Assert.Equal((HttpStatusCode.Forbidden, "Authorization_RequestDenied"), (users.Status, users.ErrorCode));
    }

    private SimulatedGroup Group(string name) => tenant.Simulation.Groups.Single(group => group.DisplayName == name);
}
