using Switchbook.SimulatedTenant;
using Switchbook.Synchronization;

namespace Switchbook.Tests.Synchronization;

public sealed class EntryLimitTests
{
    private const int People = 12_000;

    [Fact]
    public async Task Twelve_thousand_into_ten_the_same_entries_stay_whatever_the_order_of_pages()
    {
        var forwards = await StandingAsync(Enumerable.Range(0, People));
        var backwards = await StandingAsync(Enumerable.Range(0, People).Reverse());
        var shuffled = await StandingAsync(Enumerable.Range(0, People).OrderBy(i => (i * 7919L) % People));

        Assert.Equal(10_000, forwards.Count);
        Assert.Equal(forwards, backwards);
        Assert.Equal(forwards, shuffled);
    }

    [Fact]
    public async Task What_is_left_out_is_counted_and_phones_see_only_what_stands()
    {
        await using var installation = await InstallationAsync(Enumerable.Range(0, 30), ("Directory:MaximumEntries", "20"));
        var link = await installation.AddLinkAsync();

        var report = await installation.RunAsync(link);

        Assert.Equal((30, 20, 10, 20), (report.People, report.Entries, report.OverLimit, report.Added));
        Assert.Equal(20, (await installation.EntriesAsync()).Count);
    }

    [Fact]
    public async Task Who_moves_up_when_somebody_leaves_is_counted_as_added()
    {
        await using var installation = await InstallationAsync(Enumerable.Range(0, 30), ("Directory:MaximumEntries", "20"));
        var link = await installation.AddLinkAsync();
        await installation.RunAsync(link);
        var snapshot = await installation.Get<DirectoryLoader>().LoadAsync(TestInstallation.Cancellation);
        installation.Tenant.RemovePerson(snapshot[0].PersonId!);

        var report = await installation.RunAsync(link);

        Assert.Equal((1, 1, 19, 9), (report.Added, report.Removed, report.Unchanged, report.OverLimit));
    }

    [Fact]
    public async Task Manual_entries_stand_beside_the_limit()
    {
        await using var installation = await InstallationAsync(Enumerable.Range(0, 30), ("Directory:MaximumEntries", "20"));
        await installation.Get<ManualEntries>().AddAsync("Zoë Zulu", "402", TestInstallation.Cancellation);
        await installation.RunAsync(await installation.AddLinkAsync());

        Assert.Equal(21, (await installation.EntriesAsync()).Count);
    }

    private static async Task<IReadOnlyList<(string Source, string Name, string Number)>> StandingAsync(IEnumerable<int> order)
    {
        await using var installation = await InstallationAsync(order);
        var report = await installation.RunAsync(await installation.AddLinkAsync());

        Assert.Equal((People, 10_000, People - 10_000), (report.People, report.Entries, report.OverLimit));
        return await installation.EntriesAsync();
    }

    private static async Task<TestInstallation> InstallationAsync(IEnumerable<int> order, params (string Key, string Value)[] settings)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllLinesAsync(
            file,
            order.Select(i => $"{new Guid(i, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)},Person {i % 977},+44163296{i:00000}").Prepend("id,displayName,businessPhones"),
            TestInstallation.Cancellation);
        var installation = await TestInstallation.CreateAsync(new SimulationOptions { PeopleFile = file }, settings);
        File.Delete(file);
        return installation;
    }
}
