using Switchbook.SimulatedTenant.People;

namespace Switchbook.SimulatedTenant.Tests.People;

public sealed class GeneratedPeopleTests
{
    private static readonly Person[] People =
        [.. Enumerable.Range(0, 20_000).Select(new GeneratedPeople(seed: 1, count: 20_000).At)];

    [Fact]
    public void IDs_and_principal_names_are_unique()
    {
        Assert.Equal(People.Length, People.DistinctBy(person => person.Id, StringComparer.Ordinal).Count());
        Assert.Equal(People.Length, People.DistinctBy(person => person.Text(UserProperties.UserPrincipalName), StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_kind_of_person_is_there()
    {
        var phones = People.Select(person => (string[])person.Value(UserProperties.BusinessPhones)!).ToArray();
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["without a number"] = phones.Count(numbers => numbers.Length == 0),
            ["with an extension alone"] = phones.Count(numbers => numbers is [['x', ..]]),
            ["with a number and an extension"] = phones.Count(numbers => numbers is [{ Length: > 10 } one] && one.Contains(" x", StringComparison.Ordinal)),
            ["with a tel URI"] = phones.Count(numbers => numbers is [['t', 'e', 'l', ..]]),
            ["with a German number"] = phones.Count(numbers => numbers is [['+', '4', '9', ..]]),
            ["without a name"] = People.Count(person => person.Text(UserProperties.DisplayName) is null),
            ["disabled"] = People.Count(person => person.Value(UserProperties.AccountEnabled) is false),
            ["guest"] = People.Count(person => person.Text(UserProperties.UserType) == "Guest"),
            ["without licence"] = People.Count(person => person.Value(UserProperties.AssignedPlans) is AssignedPlan[] { Length: 0 }),
            ["hidden"] = People.Count(person => person.Value(UserProperties.ShowInAddressList) is false),
            ["Cyrillic"] = People.Count(person => person.Text(UserProperties.DisplayName)?.Any(letter => letter is >= 'А' and <= 'я') == true),
            ["Greek"] = People.Count(person => person.Text(UserProperties.DisplayName)?.Any(letter => letter is >= 'Α' and <= 'ω') == true),
            ["Chinese"] = People.Count(person => person.Text(UserProperties.DisplayName)?.Any(letter => letter is >= '\u4e00' and <= '\u9fff') == true),
            ["Arabic"] = People.Count(person => person.Text(UserProperties.DisplayName)?.Any(letter => letter is >= '\u0600' and <= '\u06ff') == true),
        };
        Assert.All(kinds, kind => Assert.True(kind.Value > 10, $"{kind.Value} people are {kind.Key}"));
    }

    [Fact]
    public void Names_and_some_numbers_are_shared()
    {
        var names = People.Select(person => person.Text(UserProperties.DisplayName)).OfType<string>().ToArray();
        Assert.True(names.Distinct(StringComparer.Ordinal).Count() < names.Length);
        Assert.Contains(
            People.SelectMany(person => (string[])person.Value(UserProperties.BusinessPhones)!).CountBy(number => number),
            number => number.Value > 50);
    }

    [Fact]
    public void A_person_has_one_business_number_at_most() =>
        Assert.All(People, person => Assert.InRange(((string[])person.Value(UserProperties.BusinessPhones)!).Length, 0, 1));
}
