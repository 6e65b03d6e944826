using Switchbook.Links;
using Switchbook.Mapping;
using Switchbook.SimulatedTenant;
using Switchbook.Synchronization;

namespace Switchbook.Tests.Synchronization;

/// <summary>Who is in, against a tenant that answers as Microsoft does.</summary>
public sealed class AudienceRunTests : IAsyncLifetime
{
    private TestInstallation _installation = null!;

    public async ValueTask InitializeAsync() =>
        _installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 100 });

    public ValueTask DisposeAsync() => _installation.DisposeAsync();

    [Fact]
    public async Task Everyone_who_is_out_is_counted_with_the_reason()
    {
        var before = await RunAsync("Before", audience => audience);
        Add("Disabled", ("accountEnabled", false));
        Add("Guest", ("userType", "Guest"));
        Add("Sales", ("department", "Sales"));

        var after = await RunAsync("After", audience => audience);

        Assert.Equal(before.People + 3, after.People);
        Assert.Equal((Count(before, "disabled") + 1, Count(before, "guest") + 1), (Count(after, "disabled"), Count(after, "guest")));
        Assert.Equal(["Sales"], await NamesAsync("After", "Disabled", "Guest", "Sales"));
    }

    [Fact]
    public async Task Teams_users_are_told_from_the_others_by_their_plans()
    {
        var report = await RunAsync("Teams", audience => audience with { TeamsOnly = true });

        Assert.InRange(Count(report, "noTeamsPlan"), 1, report.People / 2);
        Assert.True(report.Entries > 0);
    }

    [Fact]
    public async Task Members_of_an_excluded_group_are_out_those_of_groups_within_it_too()
    {
        var group = _installation.Tenant.Groups.First(group => group.DisplayName == "EMEA");
        Assert.True(group.TransitiveMembers > group.DirectMembers);

        var report = await RunAsync("Without", audience => new() { EnabledOnly = false, Guests = true, ExcludedGroups = group.Id });

        Assert.Equal(group.TransitiveMembers, Count(report, "excludedGroup"));
    }

    [Fact]
    public async Task A_run_whose_excluded_group_is_gone_fails_rather_than_let_its_members_in()
    {
        var report = await RunAsync("Without", audience => audience with { ExcludedGroups = Guid.NewGuid().ToString() });

        Assert.Equal((RunOutcome.Failed, "SB-GRAPH-030"), (report.Outcome, report.Error?.Code));
    }

    [Fact]
    public async Task The_filter_of_experts_is_applied_by_Graph()
    {
        Add("Berner", ("city", "Bern"));

        var report = await RunAsync("Filtered", audience => audience with { Filter = "city eq 'Bern'" });

        Assert.Equal((1, 1), (report.People, report.Entries));
    }

    [Fact]
    public async Task A_filter_that_Graph_refuses_is_told_with_its_words_by_Test_Connection_and_by_the_run()
    {
        var link = await AddAsync("Filtered", audience => audience with { Filter = "city like 'Bern'" });

        var test = await _installation.Get<ConnectionTest>().RunAsync(
            _installation.Get<LinkCredentials>().Open(link), link.Request(interactive: true), null, TestInstallation.Cancellation);
        var run = await _installation.RunAsync(link);

        var refused = test.Steps.Single(step => step.Outcome == TestOutcome.Failed).Problem!;
        Assert.Equal("SB-GRAPH-034", refused.Code);
        Assert.Contains("city like 'Bern'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Invalid filter clause", refused.Message, StringComparison.Ordinal);
        Assert.Equal(refused.Code, run.Error?.Code);
    }

    [Fact]
    public async Task Test_Connection_looks_for_the_excluded_groups_and_names_the_permission_that_they_need()
    {
        var group = _installation.Tenant.Groups[0];
        var link = await AddAsync("Without", audience => audience with { ExcludedGroups = group.Id });

        Assert.Contains(await StepsAsync(), step => step.Detail == $"{group.DisplayName} stays out");
        _installation.Tenant.Faults.Set("missing-consent:GroupMember.Read.All");
        Assert.Contains(await StepsAsync(), step => step.Problem?.Message.Contains("GroupMember.Read.All", StringComparison.Ordinal) == true);

        async Task<IEnumerable<TestStep>> StepsAsync() => (await _installation.Get<ConnectionTest>().RunAsync(
            _installation.Get<LinkCredentials>().Open(link), link.Request(interactive: true), null, TestInstallation.Cancellation)).Steps;
    }

    [Fact]
    public async Task Another_choice_of_people_is_told_from_another_tenant_and_reads_everyone()
    {
        var link = await AddAsync("Changing", audience => audience);
        await _installation.RunAsync(link);
        var changed = await _installation.EditAsync(link, draft => draft with { Audience = new() { Guests = true } });

        Assert.Equal((FullReason?)FullReason.RulesChanged, (await _installation.RunAsync(changed)).Reason);
        Assert.Equal(RunMode.Delta, (await _installation.RunAsync(changed)).Mode);
    }

    [Fact]
    public async Task Whoever_is_no_longer_in_goes_by_the_changes_alone()
    {
        var link = await AddAsync("Leaving", audience => audience);
        await _installation.RunAsync(link);
        var person = (await _installation.Get<DirectoryLoader>().LoadAsync(TestInstallation.Cancellation))[0].PersonId!;
        _installation.Tenant.UpdatePerson(person, "accountEnabled", false);

        var report = await _installation.RunAsync(link);

        Assert.Equal(RunMode.Delta, report.Mode);
        Assert.True(report.Removed > 0);
    }

    private static int Count(RunReport report, string reason) => report.Skipped.SingleOrDefault(skipped => skipped.Reason == reason)?.Count ?? 0;

    private void Add(string name, params (string Property, object Value)[] values)
    {
        var person = values.ToDictionary(value => value.Property, value => (object?)value.Value, StringComparer.Ordinal);
        person["displayName"] = name;
        person["businessPhones"] = new[] { "+441632960123" };
        _installation.Tenant.AddPerson(person);
    }

    private Task<Link> AddAsync(string name, Func<Audience, Audience> change) =>
        _installation.AddLinkAsync(name, draft => draft with { Audience = change(draft.Audience) });

    private async Task<RunReport> RunAsync(string name, Func<Audience, Audience> change) => await _installation.RunAsync(await AddAsync(name, change));

    private async Task<string[]> NamesAsync(string source, params string[] sought) =>
        [.. (await _installation.EntriesAsync()).Where(entry => entry.Source == source && sought.Contains(entry.Name)).Select(entry => entry.Name).Distinct()];
}
