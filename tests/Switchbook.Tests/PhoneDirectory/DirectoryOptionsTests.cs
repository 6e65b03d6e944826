using System.ComponentModel.DataAnnotations;
using Switchbook.PhoneDirectory;

namespace Switchbook.Tests.PhoneDirectory;

public class DirectoryOptionsTests
{
    [Theory]
    [InlineData(null, 10_000, true)]
    [InlineData("", 1, true)]
    [InlineData("gb", 1_000_000, true)]
    [InlineData("ZZ", 10_000, false)]
    [InlineData("GBR", 10_000, false)]
    [InlineData("GB", 0, false)]
    [InlineData("GB", 1_000_001, false)]
    public void A_region_that_nobody_knows_and_a_limit_out_of_range_are_refused(string? region, int maximum, bool valid)
    {
        var options = new DirectoryOptions { DefaultRegion = region, MaximumEntries = maximum };

        Assert.Equal(valid, Validator.TryValidateObject(options, new(options), null, validateAllProperties: true));
    }
}
