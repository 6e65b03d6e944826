using Switchbook.SimulatedTenant.Tests.Support;

namespace Switchbook.SimulatedTenant.Tests.Delta;

public sealed class GroupDeltaTests(RunningTenant tenant) : IClassFixture<RunningTenant>
{
    [Fact]
    public async Task A_large_group_comes_in_parts_that_make_the_whole()
    {
        var operations = tenant.Simulation.Groups.Single(group => group.DisplayName == "Everyone in Operations");
        var parts = (await tenant.Client.ListAsync("/groups/delta?$select=displayName,members"))
            .FindAll(group => group.GetProperty("id").GetString() == operations.Id);
        Assert.True(parts.Count > 1);
        var members = parts.SelectMany(part => part.GetProperty("members@delta").EnumerateArray());
        Assert.Equal(operations.DirectMembers, members.DistinctBy(member => member.GetProperty("id").GetString(), StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_round_tells_who_came_into_a_group_and_who_left()
    {
        var reception = tenant.Simulation.Groups.Single(group => group.DisplayName == "Reception");
        var link = (await tenant.Client.PagesAsync($"/groups/delta?$select=members&$filter=id eq '{reception.Id}'"))[^1].DeltaLink!;
        var people = await tenant.Client.ListAsync("/users?$select=id&$top=999");
        var (first, last) = (people[0].GetProperty("id").GetString()!, people[^1].GetProperty("id").GetString()!);
        tenant.Simulation.SetMember(reception.Id, first, isMember: false);
        tenant.Simulation.SetMember(reception.Id, last, isMember: true);
        var members = Assert.Single((await tenant.Client.GetAsync(link)).Values).GetProperty("members@delta").EnumerateArray()
            .ToDictionary(member => member.GetProperty("id").GetString()!, member => member.TryGetProperty("@removed", out _), StringComparer.Ordinal);
        Assert.Equal(2, members.Count);
        Assert.True(members[first]);
        Assert.False(members[last]);
        var left = await tenant.Client.ListAsync($"/groups/{reception.Id}/members?$select=id");
        Assert.DoesNotContain(first, left.Select(member => member.GetProperty("id").GetString()), StringComparer.Ordinal);
    }
}
