using Microsoft.EntityFrameworkCore;
using Switchbook.Links;
using Switchbook.SimulatedTenant;
using Switchbook.Storage;
using Switchbook.Synchronization;

namespace Switchbook.Tests.Synchronization;

public sealed class RunTests : IAsyncLifetime
{
    private TestInstallation _installation = null!;

    public async ValueTask InitializeAsync() =>
        _installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 100 });

    public ValueTask DisposeAsync() => _installation.DisposeAsync();

    [Fact]
    public async Task A_second_run_without_changes_writes_nobody()
    {
        var link = await _installation.AddLinkAsync();
        var first = await _installation.RunAsync(link);
        var version = await VersionAsync();

        var second = await _installation.RunAsync(link);

        Assert.Equal((0, 0, 0), (second.Added, second.Changed, second.Removed));
        Assert.Equal(first.Entries, second.Unchanged);
        Assert.Equal(version, await VersionAsync());
    }

    [Fact]
    public async Task Runs_are_forgotten_with_the_history_but_not_the_last_good_one()
    {
        var link = await _installation.AddLinkAsync();
        await _installation.RunAsync(link);
        var longAgo = TimeProvider.System.GetUtcNow().AddDays(-100);
        await _installation.ChangeAsync(context => context.Runs.ExecuteUpdateAsync(
            run => run.SetProperty(row => row.FinishedAt, longAgo), TestInstallation.Cancellation));
        _installation.Tenant.Faults.Set("internal-error");
        await _installation.RunAsync(link);
        Assert.Equal([RunOutcome.Failed, RunOutcome.Succeeded], await OutcomesAsync(link));

        _installation.Tenant.Faults.Clear();
        await _installation.RunAsync(link);

        Assert.Equal([RunOutcome.Succeeded, RunOutcome.Failed], await OutcomesAsync(link));
    }

    [Fact]
    public async Task Newcomers_changes_and_leavers_are_counted_entry_by_entry()
    {
        var link = await _installation.AddLinkAsync();
        var leaver = Add("Leaver", "+441632960001");
        var mover = Add("Mover", "+441632960002");
        await _installation.RunAsync(link);
        Add("Newcomer", "+441632960003");
        _installation.Tenant.UpdatePerson(mover, "businessPhones", new[] { "+441632960004" });
        _installation.Tenant.RemovePerson(leaver);

        var report = await _installation.RunAsync(link);

        Assert.Equal((1, 1, 1), (report.Added, report.Changed, report.Removed));
        var names = (await _installation.EntriesAsync()).Select(entry => (entry.Name, entry.Number)).ToList();
        Assert.Contains(("Mover", "+441632960004"), names);
        Assert.Contains(("Newcomer", "+441632960003"), names);
        Assert.DoesNotContain(names, entry => entry.Name == "Leaver");
    }

    [Fact]
    public async Task A_preview_tells_what_a_run_would_do_and_changes_nothing()
    {
        var link = await _installation.AddLinkAsync();
        await _installation.RunAsync(link);
        var before = await _installation.EntriesAsync();
        var somebody = Add("Newcomer", "+441632960003");

        var preview = await _installation.Get<RunPlanner>().PreviewAsync(link, null, TestInstallation.Cancellation);

        Assert.Equal([new EntryChange(ChangeKind.Added, somebody, "Newcomer", "+441632960003")], preview.Changes);
        Assert.Equal(1, preview.Report.Added);
        Assert.Equal(before, await _installation.EntriesAsync());
        Assert.Single(await _installation.Get<DirectoryStore>().RunsOfAsync(link.Id, 10, TestInstallation.Cancellation));
    }

    [Fact]
    public async Task Manual_entries_stay_through_every_run()
    {
        await _installation.Get<ManualEntries>().AddAsync("Door", "402", TestInstallation.Cancellation);
        var link = await _installation.AddLinkAsync();
        await _installation.RunAsync(link);
        await _installation.RunAsync(link);

        Assert.Contains(("manual", "Door", "402"), await _installation.EntriesAsync());
    }

    [Fact]
    public async Task A_link_that_is_removed_takes_its_entries_along_and_nobody_elses()
    {
        await _installation.Get<ManualEntries>().AddAsync("Door", "402", TestInstallation.Cancellation);
        await _installation.RunAsync(await _installation.AddLinkAsync());
        await _installation.Get<LinkStore>().RemoveAsync("teamsdirectory", TestInstallation.Cancellation);

        Assert.Equal([("manual", "Door", "402")], await _installation.EntriesAsync());
    }

    [Fact]
    public async Task Two_runs_of_one_link_never_go_at_once()
    {
        var link = await _installation.AddLinkAsync();
        using var other = FileLock.TryTake(_installation.Get<DataDirectory>(), Synchronizer.LockOf(link));

        var report = await _installation.RunAsync(link);

        Assert.Equal(SyncProblems.AlreadyRunning.Code, report.Error?.Code);
        Assert.Empty(await _installation.EntriesAsync());
    }

    [Fact]
    public async Task An_answer_without_anybody_never_empties_the_directory()
    {
        var group = _installation.Tenant.Groups.Single(candidate => candidate.DisplayName == "Empty");
        var link = await _installation.AddLinkAsync();
        await _installation.RunAsync(link);
        var before = await _installation.EntriesAsync();
        var (narrowed, _) = LinkValidation.Check(LinkDraft.Of(link) with { Directory = "group", GroupId = group.Id });
        var edited = await _installation.Get<LinkStore>().EditAsync(link.Name, narrowed!, null, TestInstallation.Cancellation);

        var report = await _installation.RunAsync(edited);

        Assert.Equal(RunOutcome.Held, report.Outcome);
        Assert.Equal(SyncProblems.HeldNearlyEmpty.Code, report.Error?.Code);
        Assert.Equal(before, await _installation.EntriesAsync());
    }

    [Fact]
    public async Task A_run_that_fails_is_stored_with_its_reason()
    {
        var link = await _installation.AddLinkAsync();
        _installation.Tenant.Faults.Set("expired-secret");

        var report = await _installation.RunAsync(link);

        Assert.Equal(RunOutcome.Failed, report.Outcome);
        var stored = Assert.Single(await _installation.Get<DirectoryStore>().RunsOfAsync(link.Id, 10, TestInstallation.Cancellation));
        Assert.Equal(report.Error, stored.Report.Error);
    }

    [Fact]
    public async Task The_stored_credential_is_not_readable()
    {
        await _installation.AddLinkAsync();

        foreach (var file in Directory.EnumerateFiles(_installation.Get<DataDirectory>().Path, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            Assert.DoesNotContain(_installation.Tenant.ClientSecret, await reader.ReadToEndAsync(TestInstallation.Cancellation), StringComparison.Ordinal);
        }
    }

    private string Add(string name, string number) => _installation.Tenant.AddPerson(
        new Dictionary<string, object?> { ["displayName"] = name, ["businessPhones"] = new[] { number } });

    private Task<ServedVersion> VersionAsync() => _installation.Get<DirectoryLoader>().VersionAsync(TestInstallation.Cancellation);

    private async Task<IEnumerable<RunOutcome>> OutcomesAsync(Link link) =>
        (await _installation.Get<DirectoryStore>().RunsOfAsync(link.Id, 10, TestInstallation.Cancellation)).Select(run => run.Report.Outcome);
}
