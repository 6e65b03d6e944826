using Switchbook.ChangeNotifications;
using Switchbook.Storage;

namespace Switchbook.Tests.ChangeNotifications;

public sealed class SubscriptionRulesTests
{
    private static readonly DateTimeOffset Now = new(2027, 3, 31, 12, 0, 0, TimeSpan.Zero);

    /// <param name="row">What is arranged: nothing, for another address, failed just now or long ago, or for so many days from now.</param>
    [Theory]
    [InlineData(false, "nothing", null, "Nothing")]
    [InlineData(false, "20", null, "End")]
    [InlineData(false, "failed", null, "End")]
    [InlineData(true, "nothing", null, "Create")]
    [InlineData(true, "other", null, "Create")]
    [InlineData(true, "failed", null, "Nothing")]
    [InlineData(true, "failed before", null, "Create")]
    [InlineData(true, "28", null, "Nothing")]
    [InlineData(true, "13", null, "Renew")]
    [InlineData(true, "-1", null, "Create")]
    [InlineData(true, "28", "missed", "Nothing")]
    [InlineData(true, "28", "reauthorizationRequired", "Renew")]
    [InlineData(true, "-1", "reauthorizationRequired", "Create")]
    [InlineData(true, "28", "subscriptionRemoved", "Create")]
    [InlineData(true, "failed", "subscriptionRemoved", "Create")]
    [InlineData(false, "28", "subscriptionRemoved", "End")]
    public void A_subscription_is_made_renewed_and_ended_when_it_is_time(bool wanted, string row, string? lifecycleEvent, string step) =>
        Assert.Equal(step, SubscriptionRules.Next(wanted ? "subject" : null, Row(row), lifecycleEvent, Now).ToString());

    private static SubscriptionRow? Row(string row) => row switch
    {
        "nothing" => null,
        "other" => new() { Subject = "other", SubscriptionId = "1", Ends = Now.AddDays(20) },
        "failed" => new() { Subject = "subject", NextTryAt = Now.AddMinutes(1) },
        "failed before" => new() { Subject = "subject", NextTryAt = Now.AddMinutes(-1) },
        _ => new() { Subject = "subject", SubscriptionId = "1", Ends = Now.AddDays(int.Parse(row, null)) },
    };
}
