using Switchbook.Links;
using Switchbook.Problems;
using Switchbook.SimulatedTenant;
using Switchbook.Synchronization;
using Switchbook.Tests.Synchronization;

namespace Switchbook.Tests.Links;

public sealed class LinkOrderTests : IAsyncLifetime
{
    private TestInstallation _installation = null!;

    private LinkStore Links => _installation.Get<LinkStore>();

    public async ValueTask InitializeAsync()
    {
        _installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 20 });
        foreach (var name in (string[])["One", "Two", "Three"])
        {
            await _installation.AddLinkAsync(name);
        }
    }

    public ValueTask DisposeAsync() => _installation.DisposeAsync();

    [Fact]
    public async Task A_new_link_comes_last() => Assert.Equal("1 One, 2 Two, 3 Three", await OrderAsync());

    [Fact]
    public async Task The_named_links_come_first_and_the_others_keep_their_order()
    {
        await Links.OrderAsync(["THREE"], TestInstallation.Cancellation);
        Assert.Equal("1 Three, 2 One, 3 Two", await OrderAsync());

        await Links.OrderAsync(["Two", "One"], TestInstallation.Cancellation);
        Assert.Equal("1 Two, 2 One, 3 Three", await OrderAsync());
    }

    [Fact]
    public async Task A_link_that_goes_leaves_no_gap()
    {
        await Links.RemoveAsync("Two", TestInstallation.Cancellation);
        await _installation.AddLinkAsync("Four");

        Assert.Equal("1 One, 2 Three, 3 Four", await OrderAsync());
    }

    [Fact]
    public async Task An_order_with_a_name_twice_or_of_nobody_changes_nothing()
    {
        var twice = await Assert.ThrowsAsync<ProblemException>(() => Links.OrderAsync(["Two", "two"], TestInstallation.Cancellation));
        var nobody = await Assert.ThrowsAsync<ProblemException>(() => Links.OrderAsync(["Two", "Five"], TestInstallation.Cancellation));

        Assert.Equal(LinkProblems.NamedTwice.Code, twice.Problem.Code);
        Assert.Equal(LinkProblems.NotFound.Code, nobody.Problem.Code);
        Assert.Equal("1 One, 2 Two, 3 Three", await OrderAsync());
    }

    [Fact]
    public async Task Phones_see_a_persons_entries_of_the_link_that_takes_precedence_and_the_others_are_listed()
    {
        foreach (var link in await Links.ListAsync(TestInstallation.Cancellation))
        {
            await _installation.RunAsync(link);
        }

        await Links.OrderAsync(["Two"], TestInstallation.Cancellation);

        Assert.Equal(["Two"], (await _installation.EntriesAsync()).Select(entry => entry.Source).Distinct());
        var hidden = await _installation.Get<DirectoryLoader>().HiddenAsync(TestInstallation.Cancellation);
        Assert.Equal(2 * (await _installation.EntriesAsync()).Count, hidden.Count);
        Assert.All(hidden, entry => Assert.Equal("Two", entry.Through));
    }

    private async Task<string> OrderAsync() => string.Join(
        ", ",
        (await Links.ListAsync(TestInstallation.Cancellation)).Select(link => $"{link.Order} {link.Name}"));
}
