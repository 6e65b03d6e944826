using System.Reflection;
using CsCheck;

namespace Switchbook.SimulatedTenant.Tests.Faults;

public sealed class FaultTests
{
    private static readonly Gen<Fault> AnyFault = Gen.Select(
        Gen.Int[0, FaultCatalogue.All.Count - 1].Select(place => FaultCatalogue.All[place].Name),
        Gen.Int[0, 3].Select(number => number == 0 ? null : "User.Read" + number),
        Gen.Enum<FaultPosition>(),
        Gen.Int[1, 50],
        Gen.Int[0, 9].Select(number => number == 0 ? (int?)null : number)).Select((name, argument, position, page, times) => new Fault(name)
        {
            Argument = argument,
            Position = position,
            Page = position == FaultPosition.Number ? page : 0,
            Times = times,
        });

    [Fact]
    public void What_a_fault_writes_it_reads() => AnyFault.Sample(fault => Fault.Parse(fault.ToString()) == fault);

    [Theory]
    [InlineData("throttle", "throttle,once")]
    [InlineData("expired-secret", "expired-secret,always")]
    [InlineData("throttle:5@middle,3", "throttle:5@middle,3")]
    [InlineData("drop@2", "drop@2,once")]
    public void Without_a_number_of_times_the_catalogue_says_how_often(string text, string expected) =>
        Assert.Equal(expected, Fault.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("nosuch")]
    [InlineData("throttle@")]
    [InlineData("throttle@0")]
    [InlineData("throttle@end")]
    [InlineData("throttle,0")]
    [InlineData("throttle,often")]
    public void What_is_no_fault_is_refused(string text) => Assert.Throws<FormatException>(() => Fault.Parse(text));

    [Fact]
    public void A_fault_strikes_as_often_as_it_says()
    {
        var faults = new FaultControl();
        faults.Set("throttle@middle,2");
        Assert.Null(faults.Take(FaultNames.Throttle, page: 1, pages: 3));
        Assert.NotNull(faults.Take(FaultNames.Throttle, page: 2, pages: 3));
        Assert.Equal("throttle@middle,once", Assert.Single(faults.Active).ToString());
        Assert.NotNull(faults.Take(FaultNames.Throttle, page: 2, pages: 3));
        Assert.Null(faults.Take(FaultNames.Throttle, page: 2, pages: 3));
        Assert.False(faults.Any);
    }

    [Fact]
    public void Every_name_is_in_the_catalogue_once()
    {
        var names = typeof(FaultNames).GetFields().Select(field => (string)field.GetValue(null)!);
        Assert.Equal(names.Order(StringComparer.Ordinal), FaultCatalogue.All.Select(fault => fault.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_page_about_the_tenant_tells_every_fault_as_the_catalogue_does()
    {
        var root = typeof(FaultTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(attribute => attribute.Key == "RepositoryRoot").Value!;
        var page = await File.ReadAllTextAsync(Path.Combine(root, "docs", "simulated-tenant.md"), TestContext.Current.CancellationToken);
        Assert.All(FaultCatalogue.All, fault => Assert.Contains(
            $"| `{fault.Name}` | {fault.Summary} | {fault.Argument} | {(fault.IsPassing ? "once" : "always")} | {fault.Expected} |",
            page,
            StringComparison.Ordinal));
    }
}
