using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Switchbook.Web;
using Switchbook.Web.Shell;

namespace Switchbook.Tests.Web;

public sealed class WordingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 20, 0, 0, TimeSpan.Zero);

    private static readonly ServiceProvider Services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();

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
        Assert.Equal(expected, In("en", words => words.Relative(Now.AddSeconds(seconds), Now)));

    [Theory]
    [InlineData("en", "23 Nov 2026 20:00:00 UTC", "1,234,567")]
    [InlineData("en-GB", "23 Nov 2026 20:00:00 UTC", "1,234,567")]
    [InlineData("en-US", "Nov 23, 2026 8:00:00 PM UTC", "1,234,567")]
    [InlineData("de", "23.11.2026 20:00:00 UTC", "1.234.567")]
    [InlineData("de-AT", "23.11.2026 20:00:00 UTC", "1.234.567")]
    [InlineData("de-CH", "23.11.2026 20:00:00 UTC", "1’234’567")]
    [InlineData("fr", "23 Nov 2026 20:00:00 UTC", "1,234,567")]
    public void Days_and_numbers_are_written_as_in_the_viewers_culture(string culture, string time, string number) =>
        Assert.Equal($"{time} {number}", In(culture, words => $"{words.Exact(Now)} {Wording.Number(1_234_567)}"));

    [Fact]
    public void German_texts_are_found_for_every_German_culture() =>
        Assert.Equal("vor 2 Tagen", In("de-CH", words => words.Relative(Now.AddDays(-2), Now)));

    private static string In(string name, Func<Wording, string> say)
    {
        var (culture, texts) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = Cultures.Best([name]);
            CultureInfo.CurrentUICulture = Cultures.TextsOf(CultureInfo.CurrentCulture);
            return say(new Wording(Services.GetRequiredService<IStringLocalizer<Texts>>(), new Viewer()));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, texts);
        }
    }
}
