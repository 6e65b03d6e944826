using Switchbook.Numbers;
using Switchbook.Problems;

namespace Switchbook.Tests.Numbers;

public sealed class NumberPolicyTests
{
    private static readonly NumberRegion Britain = NumberRegion.Find("GB")!;

    [Theory]
    [InlineData("stored", "+44 (0)1632 768402 x402", "+44 (0)1632 768402 x402")]
    [InlineData("dial", "+44 (0)1632 768402 x402", "+441632768402")]
    [InlineData("dial", "01632 768402", "01632768402")]
    [InlineData("e164", "01632 768402", "+441632768402")]
    [InlineData("e164", "tel:+1-425-555-0100", "+14255550100")]
    [InlineData("digits", "01632 768402", "441632768402")]
    [InlineData("national", "+441632768402", "01632768402")]
    [InlineData("national", "+14255550100", "0014255550100")]
    [InlineData("national region=US", "+14255550100", "4255550100")]
    [InlineData("national region=US", "+441632768402", "011441632768402")]
    [InlineData("national region=IT", "+390612345678", "0612345678")]
    [InlineData("ipoffice", "+441632768402 x402", "441632768402-402")]
    [InlineData("ipoffice", "x402", "+402")]
    public void A_form_writes_a_number(string policy, string number, string expected) =>
        Assert.Equal(expected, NumberPolicyText.Read(policy).Write(number, Britain));

    [Theory]
    [InlineData("national prefix=9", "+441632768402", "901632768402")]
    [InlineData("national prefix=9", "x402", "402")]
    [InlineData("dial prefix=0", "402", "402")]
    [InlineData("e164 prefix=9", "01632 768402 x402", "9+441632768402")]
    [InlineData("ipoffice prefix=9", "+441632768402", "9441632768402")]
    [InlineData("ipoffice prefix=9", "x402", "+402")]
    public void The_prefix_for_an_outside_line_stands_before_numbers_outside_alone(string policy, string number, string expected) =>
        Assert.Equal(expected, NumberPolicyText.Read(policy).Write(number, Britain));

    [Theory]
    [InlineData("e164", "+441632768402")]
    [InlineData("e164 extension=append", "+441632768402;ext=402")]
    [InlineData("national extension=append separator=,", "01632768402,402")]
    [InlineData("e164 extension=only prefix=9", "402")]
    public void An_extension_goes_or_follows_or_stands_alone(string policy, string expected) =>
        Assert.Equal(expected, NumberPolicyText.Read(policy).Write("+44 1632 768402 ext. 402", Britain));

    [Theory]
    [InlineData("e164 grouped", "+44 1632 768402")]
    [InlineData("digits grouped", "44 1632 768402")]
    [InlineData("national grouped", "01632 768402")]
    public void Groups_are_those_of_the_country(string policy, string expected) =>
        Assert.Equal(expected, NumberPolicyText.Read(policy).Write("+441632768402", Britain));

    [Theory]
    [InlineData("stored", "on request")]
    [InlineData("dial", "+")]
    [InlineData("e164", "")]
    public void Without_a_digit_there_is_nothing(string policy, string number) =>
        Assert.Empty(NumberPolicyText.Read(policy).Write(number, Britain));

    [Theory]
    [InlineData("dial")]
    [InlineData("national region=GB prefix=9 extension=only separator=, grouped")]
    public void A_policy_is_written_as_it_is_read(string text) => Assert.Equal(text, NumberPolicyText.Read(text).ToString());

    [Theory]
    [InlineData("nationally", "nationally")]
    [InlineData("3", "3")]
    [InlineData("e164 region=XX", "region=XX")]
    [InlineData("e164 prefix=nine", "prefix=nine")]
    [InlineData("e164 extension=some", "extension=some")]
    [InlineData("e164 colour=red", "colour=red")]
    public void What_is_not_understood_is_named(string text, string word)
    {
        var refused = Assert.Throws<ProblemException>(() => NumberPolicyText.Read(text));

        Assert.Equal(NumberProblems.PolicyUnclear.With(word, text).Message, refused.Problem.Message);
    }
}
