using Switchbook.Links;
using Switchbook.Problems;
using Switchbook.SimulatedTenant;
using Switchbook.Synchronization;

namespace Switchbook.Tests.Synchronization;

/// <summary>A run that would do more than a directory does in an hour is held, and the last good directory stands.</summary>
public sealed class RunGuardTests
{
    [Theory]
    [InlineData(100, 100, 0, 0, null)]
    [InlineData(100, 79, 21, 0, "SB-SYNC-011")]
    [InlineData(100, 80, 20, 0, null)]
    [InlineData(1000, 800, 200, 0, null)]
    [InlineData(1000, 799, 201, 0, "SB-SYNC-011")]
    [InlineData(50, 30, 20, 0, null)]
    [InlineData(100, 9, 91, 0, "SB-SYNC-010")]
    [InlineData(5, 0, 5, 0, "SB-SYNC-010")]
    [InlineData(100, 100, 0, 50, null)]
    [InlineData(100, 100, 0, 51, "SB-SYNC-012")]
    [InlineData(30, 30, 0, 20, null)]
    [InlineData(0, 1000, 0, 0, null)]
    public void A_run_is_held_for_what_it_would_do(int before, int after, int removed, int changed, string? code) =>
        Assert.Equal(code, RunGuard.Check(new GuardOptions(), new("TeamsDirectory", before, after, removed, changed))?.Code);

    [Fact]
    public void Guards_can_be_switched_off() =>
        Assert.Null(RunGuard.Check(new GuardOptions { Enabled = false }, new("TeamsDirectory", 100, 0, 100, 0)));

    [Fact]
    public async Task A_group_chosen_by_mistake_changes_nothing_until_it_is_applied_on_purpose()
    {
        await using var installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 300 });
        var link = await installation.AddLinkAsync();
        await installation.RunAsync(link);
        var before = await installation.EntriesAsync();
        var small = installation.Tenant.Groups.Where(group => group.TransitiveMembers > 0).MinBy(group => group.TransitiveMembers)!;
        var narrowed = await installation.EditAsync(link, draft => draft with { Directory = "group", GroupId = small.Id });

        var held = await installation.RunAsync(narrowed);

        Assert.Equal(RunOutcome.Held, held.Outcome);
        Assert.NotNull(held.Error);
        Assert.Equal(before, await installation.EntriesAsync());

        var applied = await installation.Get<Synchronizer>().RunAsync(narrowed, new RunRequest(Apply: true), TestInstallation.Cancellation);

        Assert.Equal(RunOutcome.Succeeded, applied.Outcome);
        Assert.Equal(applied.Entries, (await installation.EntriesAsync()).Count);
        Assert.True(applied.Entries < before.Count);
    }

    [Fact]
    public async Task A_mapping_changed_on_purpose_is_judged_by_people_not_by_entries()
    {
        await using var installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 300 });
        var link = await installation.AddLinkAsync();
        await installation.RunAsync(link);
        var suffixed = await installation.EditAsync(link, draft => draft with { NumberFields = "businessPhones=B,mobilePhone=M" });

        Assert.Equal(RunOutcome.Succeeded, (await installation.RunAsync(suffixed)).Outcome);
    }

    [Fact]
    public async Task A_run_by_the_changes_that_would_blank_numbers_is_held_like_one_that_removes_people()
    {
        await using var installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 100 });
        var link = await installation.AddLinkAsync();
        await installation.RunAsync(link);
        var before = await installation.EntriesAsync();
        await BlankAsync(installation, share: 3);

        var report = await installation.RunAsync(link);

        Assert.Equal((RunMode.Delta, RunOutcome.Held, "SB-SYNC-011"), (report.Mode, report.Outcome, report.Error?.Code));
        Assert.Equal(before, await installation.EntriesAsync());
        var held = await installation.Get<HeldRuns>().GetAsync(link, TestInstallation.Cancellation);
        Assert.Equal(report.Removed, held.Changes.Count(change => change.Kind == ChangeKind.Removed));
        Assert.False(held.ApplyNext);
    }

    [Fact]
    public async Task A_group_that_vanished_holds_the_run_even_where_guards_are_off()
    {
        await using var installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 100 }, ("Guards:Enabled", "false"));
        var group = installation.Tenant.Groups.MaxBy(candidate => candidate.TransitiveMembers)!;
        var link = await installation.AddLinkAsync(change: draft => draft with { Directory = "group", GroupId = group.Id });
        await installation.RunAsync(link);
        var before = await installation.EntriesAsync();
        installation.Tenant.Faults.Set("group-gone");

        var report = await installation.RunAsync(link);

        Assert.Equal((RunOutcome.Held, "SB-SYNC-013"), (report.Outcome, report.Error?.Code));
        Assert.Equal(before, await installation.EntriesAsync());
        installation.Tenant.Faults.Clear();
        Assert.Equal(RunOutcome.Succeeded, (await installation.RunAsync(link)).Outcome);
        Assert.Null(await installation.Get<HeldRuns>().FindAsync(link.Id, TestInstallation.Cancellation));
    }

    [Fact]
    public async Task Once_allowed_the_next_run_may_do_what_was_held_but_no_more()
    {
        await using var installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 100 });
        var link = await installation.AddLinkAsync();
        await installation.RunAsync(link);
        await BlankAsync(installation, share: 3);
        var first = await installation.RunAsync(link);
        var runs = installation.Get<HeldRuns>();
        await runs.ApplyNextAsync(link, TestInstallation.Cancellation);
        await BlankAsync(installation, share: 2);

        var more = await installation.RunAsync(link);

        Assert.Equal(RunOutcome.Held, more.Outcome);
        Assert.True(more.Removed > first.Removed);
        await runs.ApplyNextAsync(link, TestInstallation.Cancellation);
        Assert.Equal(RunOutcome.Succeeded, (await installation.RunAsync(link)).Outcome);
        Assert.Null(await runs.FindAsync(link.Id, TestInstallation.Cancellation));
    }

    [Fact]
    public async Task A_held_run_that_is_discarded_leaves_the_directory_and_is_judged_anew()
    {
        await using var installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 100 });
        var link = await installation.AddLinkAsync();
        await installation.RunAsync(link);
        await BlankAsync(installation, share: 3);
        await installation.RunAsync(link);

        await installation.Get<HeldRuns>().DiscardAsync(link, TestInstallation.Cancellation);

        var nothing = await Assert.ThrowsAsync<ProblemException>(() => installation.Get<HeldRuns>().GetAsync(link, TestInstallation.Cancellation));
        Assert.Equal(SyncProblems.NothingHeld.Code, nothing.Problem.Code);
        Assert.Equal(RunOutcome.Held, (await installation.RunAsync(link)).Outcome);
    }

    [Fact]
    public async Task A_link_has_numbers_of_its_own_where_it_wants_them()
    {
        await using var installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 100 });
        var link = await installation.AddLinkAsync(change: draft => draft with { Guards = new() { RemovedShare = 0.6 } });
        await installation.RunAsync(link);
        await BlankAsync(installation, share: 3);
        Assert.Equal(RunOutcome.Succeeded, (await installation.RunAsync(link)).Outcome);

        var stricter = await installation.EditAsync(link, draft => draft with { Guards = new() { FewEntries = 0, RemovedShare = 0 } });
        installation.Tenant.RemovePerson((await installation.Get<DirectoryLoader>().LoadAsync(TestInstallation.Cancellation))[0].PersonId!);
        Assert.Equal(RunOutcome.Held, (await installation.RunAsync(stricter)).Outcome);
    }

    [Theory]
    [InlineData(1.1, null)]
    [InlineData(null, -1)]
    public void A_guard_out_of_its_range_is_refused(double? share, int? few) =>
        Assert.False(new LinkGuards { LeftShare = share, FewEntries = few }.IsInRange);

    /// <summary>Takes the numbers of one in <paramref name="share"/> of those who stand.</summary>
    private static async Task BlankAsync(TestInstallation installation, int share)
    {
        var snapshot = await installation.Get<DirectoryLoader>().LoadAsync(TestInstallation.Cancellation);
        var people = Enumerable.Range(0, snapshot.EntryCount).Select(row => snapshot[row].PersonId!).Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var person in people.Where((_, place) => place % share == 0))
        {
            installation.Tenant.UpdatePerson(person, "businessPhones", null);
            installation.Tenant.UpdatePerson(person, "mobilePhone", null);
        }
    }
}
