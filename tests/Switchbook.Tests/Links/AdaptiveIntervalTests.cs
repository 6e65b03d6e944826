using Switchbook.Links;
using Switchbook.SimulatedTenant;
using Switchbook.Tests.Synchronization;

namespace Switchbook.Tests.Links;

public sealed class AdaptiveIntervalTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData(60, true)]
    [InlineData(3599, true)]
    [InlineData(3600, false)]
    [InlineData(59, false)]
    [InlineData(-60, false)]
    public void The_least_interval_lies_between_a_minute_and_the_longest(int? seconds, bool fit)
    {
        var draft = new LinkDraft { Resync = TimeSpan.FromHours(1), LeastResync = seconds is { } least ? TimeSpan.FromSeconds(least) : null };

        Assert.Equal(fit, LinkValidation.Check(draft).Faults.All(fault => fault.Field != "resync-least"));
    }

    [Fact]
    public async Task Interval_and_notifications_are_stored_and_an_edit_of_something_else_keeps_them()
    {
        await using var installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 10 });
        var added = await installation.AddLinkAsync(change: draft => draft with { LeastResync = TimeSpan.FromMinutes(5), Notifications = true });
        await installation.EditAsync(added, draft => draft with { Region = "GB" });

        var link = await installation.Get<LinkStore>().FindAsync(added.Name, TestInstallation.Cancellation);

        Assert.Equal((TimeSpan.FromMinutes(5), true), (link.LeastResync!.Value, link.Notifications));
    }
}
