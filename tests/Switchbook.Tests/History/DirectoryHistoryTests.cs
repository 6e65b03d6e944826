using Switchbook.History;
using Switchbook.Links;
using Switchbook.PhoneDirectory;
using Switchbook.Problems;
using Switchbook.Storage;
using Switchbook.Synchronization;
using Switchbook.Tests.PhoneDirectory;

namespace Switchbook.Tests.History;

public sealed class DirectoryHistoryTests : IAsyncLifetime
{
    private static readonly DirectoryPerson Adele = People.Person("a", "Adele Vance", "+441632960001");
    private static readonly DirectoryPerson Bo = People.Person("b", "Bo Braun", "+441632960002");

    private HistoryInstallation _past = null!;
    private Link _link = null!;

    public async ValueTask InitializeAsync()
    {
        _past = await HistoryInstallation.CreateAsync(("History:Days", "30"), ("History:MaximumMegabytes", "1"));
        _link = await _past.Installation.AddLinkAsync();
    }

    public ValueTask DisposeAsync() => _past.DisposeAsync();

    [Fact]
    public async Task A_run_is_a_version_with_its_counts_and_one_that_changes_nothing_is_none()
    {
        await _past.RunAsync(_link, Adele);
        await _past.RunAsync(_link, Adele, Bo);
        await _past.RunAsync(_link, Adele, Bo);

        var versions = await _past.History.ListAsync(10, null, HistoryInstallation.Cancellation);
        Assert.Equal(
            [(VersionCause.Run, "TeamsDirectory", 1, 0, 0), (VersionCause.Run, "TeamsDirectory", 1, 0, 0)],
            versions.Select(version => (version.Cause, version.Subject, version.Added, version.Changed, version.Removed)));
        Assert.Equal(versions[1].Version, (await _past.History.ListAsync(10, versions[0].Version, HistoryInstallation.Cancellation))[0].Version);
        Assert.Equal(versions[0].Version, await _past.History.OfRunAsync(versions[0].Run!.Value, HistoryInstallation.Cancellation));
        Assert.Equal(versions[1].Version, await _past.History.BeforeAsync(versions[0].Version, HistoryInstallation.Cancellation));
        Assert.Null(await _past.History.BeforeAsync(versions[1].Version, HistoryInstallation.Cancellation));
        var last = (await _past.Installation.Get<DirectoryStore>().RunsOfAsync(_link.Id, 1, HistoryInstallation.Cancellation))[0];
        Assert.Null(await _past.History.OfRunAsync(last.Id, HistoryInstallation.Cancellation));
    }

    [Fact]
    public async Task A_rolled_back_directory_stays_through_runs_until_it_is_released()
    {
        await _past.RunAsync(_link, Adele);
        var good = await _past.VersionAsync();
        var before = HistoryInstallation.Lines(await _past.ServedAsync());
        await _past.RunAsync(_link, Bo);

        await _past.History.RollBackAsync(good, HistoryInstallation.Cancellation);
        await _past.RunAsync(_link, Bo, People.Person("c", "Chloë Clark", "403"));

        var served = await _past.ServedAsync();
        Assert.Equal(before, HistoryInstallation.Lines(served));
        Assert.True(served.IsPinned);
        Assert.Equal(good, await _past.History.PinnedAsync(HistoryInstallation.Cancellation));

        await _past.History.ReleaseAsync(HistoryInstallation.Cancellation);

        served = await _past.ServedAsync();
        Assert.Equal((2, false), (served.EntryCount, served.IsPinned));
        Assert.Equal(await _past.VersionAsync(), served.Version);
    }

    [Fact]
    public async Task A_server_that_follows_the_store_serves_what_was_rolled_back_to_and_then_the_latest_again()
    {
        await _past.RunAsync(_link, Adele);
        var good = await _past.VersionAsync();
        await _past.RunAsync(_link, Adele, Bo);
        var refresh = _past.Installation.Get<DirectoryRefresh>();
        var current = _past.Installation.Get<CurrentDirectory>();

        await _past.History.RollBackAsync(good, HistoryInstallation.Cancellation);
        await refresh.RefreshAsync(HistoryInstallation.Cancellation);
        Assert.Equal((good, 1), (current.Snapshot.Version, current.Snapshot.EntryCount));

        await _past.RunAsync(_link, Bo);
        await refresh.RefreshAsync(HistoryInstallation.Cancellation);
        Assert.Equal("Adele Vance", current.Snapshot[0].Name);

        await _past.History.ReleaseAsync(HistoryInstallation.Cancellation);
        await refresh.RefreshAsync(HistoryInstallation.Cancellation);
        Assert.Equal("Bo Braun", current.Snapshot[0].Name);
    }

    [Fact]
    public async Task Who_had_a_number_on_a_day_is_told_with_the_time_at_which_it_passed_on()
    {
        await _past.RunAsync(_link, Adele);
        _past.Time.Advance(TimeSpan.FromDays(1));
        await _past.RunAsync(_link, Adele with { Numbers = [] }, People.Person("b", "Bo Braun", "+441632960001"));
        var passedOn = _past.Time.GetUtcNow();
        _past.Time.Advance(TimeSpan.FromDays(1));
        await _past.RunAsync(_link, Bo);

        Assert.Equal([("Adele Vance", null, null)], await WhoAsync("2027-03-01"));
        Assert.Equal([("Bo Braun", passedOn, null), ("Adele Vance", null, passedOn)], await WhoAsync("2027-03-02"));
        Assert.Equal([("Bo Braun", null, null)], await WhoAsync("2027-03-02T12:00:00Z"));
        Assert.Empty(await WhoAsync("2027-03-04"));
    }

    [Fact]
    public async Task A_time_before_the_history_and_a_version_that_is_not_kept_are_told_as_such()
    {
        await _past.RunAsync(_link, Adele);

        Assert.Equal(HistoryProblems.TooLongAgo.Code, await CodeAsync(() => WhoAsync("2027-02-28")));
        Assert.Equal(HistoryProblems.DateUnreadable.Code, await CodeAsync(() => WhoAsync("yesterday")));
        Assert.Equal(HistoryProblems.NotFound.Code, await CodeAsync(() => _past.History.RollBackAsync(99, HistoryInstallation.Cancellation)));
        Assert.Equal(HistoryProblems.NotFound.Code, await CodeAsync(() => _past.History.DiffAsync(1, 99, HistoryInstallation.Cancellation)));
        Assert.Equal(HistoryProblems.NotPinned.Code, await CodeAsync(() => _past.History.ReleaseAsync(HistoryInstallation.Cancellation)));
    }

    [Fact]
    public async Task What_is_older_than_the_days_to_keep_is_forgotten_but_not_how_it_stood_when_they_began()
    {
        await _past.RunAsync(_link, Adele);
        await _past.RunAsync(_link, Bo);
        _past.Time.Advance(TimeSpan.FromDays(31));
        await _past.RunAsync(_link, Adele, Bo);

        var versions = await _past.History.ListAsync(10, null, HistoryInstallation.Cancellation);
        Assert.Equal(2, versions.Count);
        Assert.Equal(0, versions[1].Size);
        var oldest = await _past.Installation.Get<DirectoryLoader>().LoadVersionAsync(versions[1].Version, HistoryInstallation.Cancellation);
        Assert.Equal("Bo Braun", oldest[0].Name);
    }

    [Fact]
    public async Task What_takes_too_much_room_is_forgotten_oldest_first()
    {
        for (var run = 0; run < 5; run++)
        {
            await _past.RunAsync(_link, Noise(run));
        }

        var versions = await _past.History.ListAsync(10, null, HistoryInstallation.Cancellation);
        Assert.InRange(versions.Count, 2, 4);
        Assert.True(versions.Sum(version => (long)version.Size) <= 1_000_000);
    }

    [Fact]
    public async Task The_version_that_is_served_is_never_forgotten()
    {
        await _past.RunAsync(_link, Adele);
        await _past.RunAsync(_link, Bo);
        var bo = await _past.VersionAsync();
        await _past.History.RollBackAsync(bo, HistoryInstallation.Cancellation);
        await _past.RunAsync(_link, Adele, Bo);
        _past.Time.Advance(TimeSpan.FromDays(90));
        await _past.RunAsync(_link, Adele);

        Assert.Equal("Bo Braun", (await _past.ServedAsync())[0].Name);
        Assert.Equal(bo, (await _past.History.ListAsync(10, null, HistoryInstallation.Cancellation))[^1].Version);
    }

    /// <summary>People whose names do not compress: about 600 kB.</summary>
    private static DirectoryPerson[] Noise(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 4000).Select(id => People.Person($"p{id}", random.GetHexString(128), "401"))];
    }

    private async Task<IEnumerable<(string, DateTimeOffset?, DateTimeOffset?)>> WhoAsync(string on)
    {
        var asked = AskedTime.Read(on, _past.Time);
        var owners = await _past.History.WhoAsync("01632 960001", asked, HistoryInstallation.Cancellation);
        return owners.Select(owner => (owner.Name, owner.From, owner.Until));
    }

    private static async Task<string> CodeAsync(Func<Task> act) => (await Assert.ThrowsAsync<ProblemException>(act)).Problem.Code;
}
