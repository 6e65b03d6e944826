using Switchbook.Links;
using Switchbook.PhoneDirectory;
using Switchbook.SimulatedTenant;
using Switchbook.Synchronization;
using static Switchbook.Tests.Synchronization.TestInstallation;

namespace Switchbook.Tests.Synchronization;

/// <summary>What is published after each change is what stands in the store, although it is made out of what was published before.</summary>
public sealed class DirectoryRefreshTests
{
    [Fact]
    public async Task What_is_published_is_what_stands_whoever_changes_it()
    {
        await using var installation = await CreateAsync(new SimulationOptions { Users = 60 }, ("Directory:DefaultRegion", "GB"));
        var (first, second) = (await installation.AddLinkAsync("First"), await installation.AddLinkAsync("Second"));
        await installation.RunAsync(first);
        await installation.RunAsync(second);
        var manual = installation.Get<ManualEntries>();
        var somebody = installation.Tenant.AddPerson(new Dictionary<string, object?> { ["displayName"] = "Ada", ["businessPhones"] = "+441632960001" });
        await AssertPublishedAsync(installation, isFollowed: false);

        await installation.RunAsync(second);
        await AssertPublishedAsync(installation, isFollowed: true);
        await installation.RunAsync(first);
        var entry = await manual.AddAsync("Ada", "+441632960002", Cancellation);
        await AssertPublishedAsync(installation, isFollowed: true);
        installation.Tenant.UpdatePerson(somebody, "displayName", "Zoë");
        await installation.RunAsync(first);
        await manual.EditAsync(entry, "Zoe", "+441632960003", Cancellation);
        await AssertPublishedAsync(installation, isFollowed: true);
        installation.Tenant.RemovePerson(somebody);
        await installation.RunAsync(first);
        await AssertPublishedAsync(installation, isFollowed: true);
        await manual.RemoveAsync(entry, Cancellation);
        await AssertPublishedAsync(installation, isFollowed: true);

        await installation.EditAsync(first, draft => draft with { Name = "Renamed" });
        await AssertPublishedAsync(installation, isFollowed: false);
        await installation.Get<LinkStore>().RemoveAsync("Renamed", Cancellation);
        await AssertPublishedAsync(installation, isFollowed: false);
    }

    /// <param name="isFollowed">Whether nobody was read but those who changed.</param>
    private static async Task AssertPublishedAsync(TestInstallation installation, bool isFollowed)
    {
        await installation.Get<DirectoryRefresh>().RefreshAsync(Cancellation);
        var published = installation.Get<CurrentDirectory>().Snapshot;
        var standing = await installation.Get<DirectoryLoader>().LoadAsync(Cancellation);
        Assert.Equal(isFollowed, published.Texts.LaterSize > 0);
        Assert.Equal(standing.Version, published.Version);
        Assert.Equal(standing.Sources, published.Sources);
        Assert.Equal(Entries(standing), Entries(published));
    }

    private static IEnumerable<DirectoryEntry> Entries(DirectorySnapshot directory) =>
        Enumerable.Range(0, directory.EntryCount).Select(row => directory[row]);
}
