using Switchbook.Web;

namespace Switchbook.Tests.Web;

public sealed class MomentTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 20, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, "now")]
    [InlineData(-1, "1 second ago")]
    [InlineData(-59, "59 seconds ago")]
    [InlineData(-60, "1 minute ago")]
    [InlineData(3599, "in 59 minutes")]
    [InlineData(3600, "in 1 hour")]
    [InlineData(-47 * 3600, "47 hours ago")]
    [InlineData(-48 * 3600, "2 days ago")]
    public void A_time_is_told_by_its_largest_unit(int seconds, string expected) =>
        Assert.Equal(expected, Moment.Relative(Now.AddSeconds(seconds), Now));
}
