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
}
