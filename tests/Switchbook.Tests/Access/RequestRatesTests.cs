using System.Net;
using Microsoft.Extensions.Options;
using Switchbook.Access;
using Switchbook.Access.Clients;

namespace Switchbook.Tests.Access;

public sealed class RequestRatesTests : IDisposable
{
    private const int Rate = 3;
    private const int Burst = Rate * RequestRates.BurstSeconds;

    private readonly RequestRates _rates = new(Options.Create(new AccessOptions { RequestsPerSecond = Rate }));

    public void Dispose() => _rates.Dispose();

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.8")]
    [InlineData("2001:db8:0:1::7", "2001:db8:0:2::7")]
    public void A_computer_that_asks_too_often_must_wait_and_no_other_for_it(string address, string other)
    {
        Assert.Equal(Burst, Asked(() => _rates.MayAsk(IPAddress.Parse(address))));
        Assert.True(_rates.MayAsk(IPAddress.Parse(other)));
    }

    [Fact]
    public void The_addresses_of_one_network_of_IPv6_count_as_one()
    {
        Assert.Equal(Burst, Asked(() => _rates.MayAsk(IPAddress.Parse("2001:db8:0:1::7"))));
        Assert.False(_rates.MayAsk(IPAddress.Parse("2001:db8:0:1:ffff::1")));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public void This_computer_may_ask_as_often_as_it_likes(string address) =>
        Assert.Equal(10 * Burst, Asked(() => _rates.MayAsk(IPAddress.Parse(address))));

    [Fact]
    public void A_client_has_a_limit_of_its_own_where_it_was_given_one()
    {
        var limited = new Client { Name = "lobby", Networks = [], RequestsPerSecond = 2 };

        Assert.Equal(2 * RequestRates.BurstSeconds, Asked(() => _rates.MayAsk(limited with { CreatedAt = DateTimeOffset.UnixEpoch })));
        Assert.True(_rates.MayAsk(limited with { RequestsPerSecond = 5 }));
        Assert.Equal(10 * Burst, Asked(() => _rates.MayAsk(new Client { Name = "pbx", Networks = [] })));
    }

    /// <summary>How many are let through of many at once, in less than a second.</summary>
    private static int Asked(Func<bool> mayAsk) => Enumerable.Range(0, 10 * Burst).Count(_ => mayAsk());
}
