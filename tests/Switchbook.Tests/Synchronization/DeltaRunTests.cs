using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Switchbook.Graph;
using Switchbook.Links;
using Switchbook.SimulatedTenant;
using Switchbook.Synchronization;

namespace Switchbook.Tests.Synchronization;

/// <summary>Runs that read what changed, and what they do when that cannot be had.</summary>
public sealed class DeltaRunTests : IAsyncLifetime
{
    private TestInstallation _installation = null!;
    private Link _link = null!;

    public async ValueTask InitializeAsync()
    {
        _installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 60, DeltaPageSize = 10 });
        _link = await _installation.AddLinkAsync();
    }

    public ValueTask DisposeAsync() => _installation.DisposeAsync();

    [Fact]
    public async Task A_run_without_changes_asks_once_and_writes_nobody()
    {
        var first = await _installation.RunAsync(_link);
        var version = await VersionAsync();

        var second = await _installation.RunAsync(_link);

        Assert.Equal((RunMode.Full, FullReason.First), (first.Mode, first.Reason));
        Assert.Equal((RunMode.Delta, (FullReason?)null, 1), (second.Mode, second.Reason, second.Requests));
        Assert.Equal((first.People, first.Entries, first.Entries), (second.People, second.Entries, second.Unchanged));
        Assert.Equal(first.Skipped, second.Skipped);
        Assert.Equal(version, await VersionAsync());
    }

    [Fact]
    public async Task Newcomers_changes_leavers_and_those_who_lose_their_number_are_told_by_the_changes_alone()
    {
        var (leaver, mover, blanked) = (Add("Leaver", "+441632960001"), Add("Mover", "+441632960002"), Add("Blanked", "+441632960005"));
        var first = await _installation.RunAsync(_link);
        Add("Newcomer", "+441632960003");
        Add("Numberless", "");
        _installation.Tenant.UpdatePerson(mover, "businessPhones", new[] { "+441632960004" });
        _installation.Tenant.UpdatePerson(blanked, "businessPhones", null);
        _installation.Tenant.RemovePerson(leaver);

        var report = await _installation.RunAsync(_link);

        Assert.Equal((RunMode.Delta, 1, 1, 2), (report.Mode, report.Added, report.Changed, report.Removed));
        Assert.Equal(first.People + 1, report.People);
        await AssertWholeAsync(report);
    }

    [Fact]
    public async Task Who_was_removed_and_restored_stands_again()
    {
        var somebody = Add("Restored", "+441632960001");
        await _installation.RunAsync(_link);
        _installation.Tenant.RemovePerson(somebody);
        Assert.Equal(1, (await _installation.RunAsync(_link)).Removed);
        _installation.Tenant.RestorePerson(somebody);

        var report = await _installation.RunAsync(_link);

        Assert.Equal((RunMode.Delta, 1), (report.Mode, report.Added));
        await AssertWholeAsync(report);
    }

    [Theory]
    [InlineData("sync-state-not-found:400")]
    [InlineData("sync-state-not-found:410")]
    [InlineData("gone")]
    public async Task A_token_that_died_leads_to_a_full_read_that_says_so(string fault)
    {
        await _installation.RunAsync(_link);
        Add("Newcomer", "+441632960003");
        _installation.Tenant.Faults.Set(fault);

        var report = await _installation.RunAsync(_link);

        Assert.Equal((RunMode.Full, FullReason.DeltaLost, 1), (report.Mode, report.Reason, report.Added));
        await AssertWholeAsync(report);
        Assert.Equal(RunMode.Delta, (await _installation.RunAsync(_link)).Mode);
    }

    [Fact]
    public async Task A_token_that_nobody_knows_leads_to_a_full_read_too()
    {
        await _installation.RunAsync(_link);
        Add("Newcomer", "+441632960003");
        var unknown = $"{_installation.Tenant.Endpoint}v1.0/users/delta?$deltatoken=unknown";
        await _installation.ChangeAsync(context => context.LinkStates.ExecuteUpdateAsync(
            state => state.SetProperty(row => row.DeltaLink, unknown), TestInstallation.Cancellation));

        var report = await _installation.RunAsync(_link);

        Assert.Equal((FullReason?)FullReason.DeltaLost, report.Reason);
        await AssertWholeAsync(report);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_with_nobody_on_them_that_do_not_end_stop_a_run_soon(bool isFull)
    {
        await _installation.RunAsync(_link);
        var before = await _installation.EntriesAsync();
        _installation.Get<IOptions<GraphOptions>>().Value.MaximumEmptyPages = 5;
        _installation.Tenant.Faults.Set("empty-page,4");
        Assert.Equal(RunOutcome.Succeeded, (await _installation.RunAsync(_link, new(Full: isFull))).Outcome);
        _installation.Tenant.Requests.Clear();
        _installation.Tenant.Faults.Set("empty-page,always");

        var report = await _installation.RunAsync(_link, new(Full: isFull));

        Assert.Equal((RunOutcome.Failed, "SB-GRAPH-055"), (report.Outcome, report.Error?.Code));
        Assert.InRange(_installation.Tenant.Requests.Total, 5, 21);
        Assert.Equal(before, await _installation.EntriesAsync());
    }

    [Fact]
    public async Task Another_mapping_and_another_scope_lead_to_full_reads()
    {
        await _installation.RunAsync(_link);
        var mapped = await _installation.EditAsync(_link, draft => draft with { NumberFields = "businessPhones=B,mobilePhone" });
        Assert.Equal((FullReason?)FullReason.RulesChanged, (await _installation.RunAsync(mapped)).Reason);
        Assert.Equal(RunMode.Delta, (await _installation.RunAsync(mapped)).Mode);

        var everyone = _installation.Tenant.Groups.MaxBy(group => group.TransitiveMembers)!;
        var scoped = await _installation.EditAsync(mapped, draft => draft with { Directory = "group", GroupId = everyone.Id });
        Assert.Equal((FullReason?)FullReason.ScopeChanged, (await _installation.RunAsync(scoped, new(Apply: true))).Reason);
    }

    [Fact]
    public async Task Once_a_day_everyone_is_read()
    {
        await _installation.RunAsync(_link);
        var yesterday = TimeProvider.System.GetUtcNow().AddHours(-24.1);
        await _installation.ChangeAsync(context => context.LinkStates.ExecuteUpdateAsync(
            state => state.SetProperty(row => row.FullAt, yesterday), TestInstallation.Cancellation));
        var newcomer = Add("Newcomer", "+441632960003");

        var report = await _installation.RunAsync(_link);

        Assert.Equal((RunMode.Full, FullReason.Due, 1, (int?)0), (report.Mode, report.Reason, report.Added, report.Missed));
        Assert.Contains(await _installation.EntriesAsync(), entry => entry.Name == "Newcomer");
        Assert.Equal(RunMode.Delta, (await _installation.RunAsync(_link)).Mode);
        _installation.Tenant.RemovePerson(newcomer);
        Assert.Equal(1, (await _installation.RunAsync(_link)).Removed);
    }

    [Fact]
    public async Task A_full_run_counts_and_repairs_what_the_changes_missed()
    {
        Add("Forgotten", "+441632960001");
        await _installation.RunAsync(_link);
        var whole = await _installation.EntriesAsync();
        Add("Newcomer", "+441632960003");
        await _installation.ChangeAsync(context => context.People.Where(row => row.Entries > 0).Take(3).ExecuteUpdateAsync(
            person => person.SetProperty(row => row.Data, "{\"id\":\"x\",\"name\":\"Wrong\",\"numbers\":[]}"u8.ToArray()), TestInstallation.Cancellation));

        var report = await _installation.RunAsync(_link, new(Full: true));

        Assert.Equal((FullReason?)FullReason.Asked, report.Reason);
        Assert.Equal(3, report.Missed);
        Assert.Equal(whole.Count + 1, (await _installation.EntriesAsync()).Count);
        await AssertWholeAsync(report);
    }

    [Fact]
    public async Task A_run_that_fails_forgets_no_change()
    {
        await _installation.RunAsync(_link);
        Add("Newcomer", "+441632960003");
        _installation.Tenant.Faults.Set("internal-error");
        Assert.Equal(RunOutcome.Failed, (await _installation.RunAsync(_link)).Outcome);
        _installation.Tenant.Faults.Clear();

        var report = await _installation.RunAsync(_link);

        Assert.Equal((RunMode.Delta, 1), (report.Mode, report.Added));
        await AssertWholeAsync(report);
    }

    [Fact]
    public async Task A_preview_moves_nothing_on()
    {
        await _installation.RunAsync(_link);
        Add("Newcomer", "+441632960003");
        await _installation.Get<RunPlanner>().PreviewAsync(_link, null, TestInstallation.Cancellation);

        Assert.Equal(1, (await _installation.RunAsync(_link)).Added);
    }

    [Fact]
    public async Task The_changes_of_a_groups_direct_members_are_followed_until_somebody_joins_or_leaves()
    {
        var group = _installation.Tenant.Groups.MaxBy(candidate => candidate.DirectMembers)!;
        var link = await _installation.AddLinkAsync("Group", draft => draft with { Directory = "group", GroupId = group.Id, DirectMembersOnly = true });
        var (member, stranger) = (Add("Member", "+441632960001"), Add("Stranger", "+441632960002"));
        _installation.Tenant.SetMember(group.Id, member, isMember: true);
        await _installation.RunAsync(link);
        _installation.Tenant.UpdatePerson(member, "displayName", "Renamed");
        _installation.Tenant.UpdatePerson(stranger, "displayName", "Still a stranger");

        var changed = await _installation.RunAsync(link);

        Assert.Equal((RunMode.Delta, 0, 1, 0), (changed.Mode, changed.Added, changed.Changed, changed.Removed));
        Assert.Equal(2, changed.Requests);
        _installation.Tenant.SetMember(group.Id, stranger, isMember: true);
        var joined = await _installation.RunAsync(link);
        Assert.Equal((RunMode.Full, FullReason.MembersChanged, 1), (joined.Mode, joined.Reason, joined.Added));
        Assert.Equal(RunMode.Delta, (await _installation.RunAsync(link)).Mode);
        Assert.Contains(await _installation.EntriesAsync(), entry => entry is { Source: "Group", Name: "Renamed" });
    }

    [Fact]
    public async Task A_member_whose_account_is_deleted_and_restored_stands_again_though_nothing_is_told_of_the_group()
    {
        var group = _installation.Tenant.Groups.MaxBy(candidate => candidate.DirectMembers)!;
        var link = await _installation.AddLinkAsync("Group", draft => draft with { Directory = "group", GroupId = group.Id, DirectMembersOnly = true });
        var member = Add("Member", "+441632960001");
        _installation.Tenant.SetMember(group.Id, member, isMember: true);
        await _installation.RunAsync(link);
        _installation.Tenant.RemovePerson(member);
        Assert.Equal((RunMode.Delta, 1), await RemovedAsync());
        await _installation.RunAsync(link, new(Full: true));
        _installation.Tenant.RestorePerson(member);

        var report = await _installation.RunAsync(link);

        Assert.Equal((RunMode.Full, FullReason.MembersChanged, 1), (report.Mode, report.Reason, report.Added));
        Assert.Equal(RunMode.Delta, (await _installation.RunAsync(link)).Mode);
        _installation.Tenant.UpdatePerson(member, "displayName", "Renamed");
        Assert.Equal(1, (await _installation.RunAsync(link)).Changed);

        async Task<(RunMode, int)> RemovedAsync() => await _installation.RunAsync(link) is var run ? (run.Mode, run.Removed) : default;
    }

    [Fact]
    public async Task Members_of_nested_groups_are_read_in_full_and_the_run_says_so()
    {
        var group = _installation.Tenant.Groups.MaxBy(candidate => candidate.TransitiveMembers)!;
        var link = await _installation.AddLinkAsync("Group", draft => draft with { Directory = "group", GroupId = group.Id });
        await _installation.RunAsync(link);

        Assert.Equal((FullReason?)FullReason.NotTracked, (await _installation.RunAsync(link)).Reason);
    }

    /// <summary>Compared with what a full run finds.</summary>
    private async Task AssertWholeAsync(RunReport report)
    {
        var preview = await _installation.Get<RunPlanner>().PreviewAsync(_link, null, TestInstallation.Cancellation);
        Assert.Empty(preview.Changes);
        Assert.Equal((preview.Report.People, preview.Report.Entries), (report.People, report.Entries));
        Assert.Equal(preview.Report.Skipped, report.Skipped);
    }

    private string Add(string name, string number) => _installation.Tenant.AddPerson(
        new Dictionary<string, object?> { ["displayName"] = name, ["businessPhones"] = number.Length > 0 ? new[] { number } : null });

    private Task<ServedVersion> VersionAsync() => _installation.Get<DirectoryLoader>().VersionAsync(TestInstallation.Cancellation);
}
