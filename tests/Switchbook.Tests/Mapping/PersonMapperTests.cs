using System.Collections.Immutable;
using Switchbook.Graph;
using Switchbook.Mapping;

namespace Switchbook.Tests.Mapping;

public sealed class PersonMapperTests
{
    [Fact]
    public void Each_number_gives_an_entry_with_the_suffix_of_its_field()
    {
        var person = Map("businessPhones,mobilePhone=M", ("displayName", ["Adele Vance"]), ("businessPhones", ["+1 425 555 0109", "4255550110"]), ("mobilePhone", ["+1 425 555 0111"])).Person!;

        Assert.Equal(
            [
                ("businessPhones", "Adele Vance", "+1 425 555 0109"),
                ("businessPhones", "Adele Vance", "4255550110"),
                ("mobilePhone", "Adele Vance M", "+1 425 555 0111"),
            ],
            person.Numbers.Select(number => (number.Kind, number.Name, number.Number)));
    }

    [Fact]
    public void Entries_come_as_mapped_then_as_Graph_lists_them()
    {
        var person = Map("mobilePhone=M,businessPhones", ("displayName", ["Adele"]), ("businessPhones", ["2", "1"]), ("mobilePhone", ["3"])).Person!;

        Assert.Equal(["3", "2", "1"], person.Numbers.Select(number => number.Number));
    }

    [Fact]
    public void The_same_name_and_number_twice_gives_one_entry()
    {
        var person = Map("businessPhones,mobilePhone", ("displayName", ["Adele"]), ("businessPhones", ["402", " 402 "]), ("mobilePhone", ["402"])).Person!;

        Assert.Single(person.Numbers);
    }

    [Fact]
    public void The_same_number_under_another_name_is_another_entry()
    {
        var person = Map("businessPhones,mobilePhone=M", ("displayName", ["Adele"]), ("businessPhones", ["402"]), ("mobilePhone", ["402"])).Person!;

        Assert.Equal(["Adele", "Adele M"], person.Numbers.Select(number => number.Name));
    }

    [Fact]
    public void Who_has_no_name_is_skipped() =>
        Assert.Equal(SkipReason.NoName, Map("businessPhones", ("displayName", ["  "]), ("businessPhones", ["402"])).Skipped);

    [Fact]
    public void Who_has_no_number_is_skipped() =>
        Assert.Equal(SkipReason.NoNumber, Map("businessPhones", ("displayName", ["Adele"])).Skipped);

    [Theory]
    [InlineData("n/a")]
    [InlineData("-")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void Who_has_only_unusable_numbers_is_skipped_for_that(string number) =>
        Assert.Equal(SkipReason.NoUsableNumber, Map("businessPhones", ("displayName", ["Adele"]), ("businessPhones", [number])).Skipped);

    [Fact]
    public void An_absurdly_long_name_is_cut_and_control_characters_become_blanks()
    {
        var person = Map("businessPhones", ("displayName", ["Adele\r\nVance " + new string('x', 4_000_000)]), ("businessPhones", ["402"])).Person!;

        Assert.StartsWith("Adele  Vance xxx", person.Name, StringComparison.Ordinal);
        Assert.Equal(PersonMapper.LongestName, person.Name.Length);
    }

    [Fact]
    public void A_cut_never_splits_a_character_in_two()
    {
        var person = Map("businessPhones", ("displayName", [new string('x', PersonMapper.LongestName - 1) + "😀"]), ("businessPhones", ["402"])).Person!;

        Assert.DoesNotContain(person.Name, char.IsSurrogate);
    }

    [Fact]
    public void What_LDAP_shows_of_a_person_is_read_too()
    {
        Assert.True(MappingParser.TryParse("displayName", "businessPhones", out var mapping, out _));

        Assert.Equal("id,displayName,businessPhones,givenName,surname,mail,jobTitle,department,companyName", mapping.Properties.Select);
    }

    private static MappedPerson Map(string numberFields, params (string Property, string[] Values)[] values)
    {
        Assert.True(MappingParser.TryParse("displayName", numberFields, out var mapping, out _));
        var rules = new ContentRules(mapping, new Audience());
        var slots = rules.Properties.Paths
            .Select(path => values.FirstOrDefault(value => value.Property == path).Values ?? [])
            .Select(strings => strings.ToImmutableArray());
        return new PersonMapper(rules, new HashSet<string>()).Map(new Person("11111111-1111-1111-1111-111111111111", [.. slots]));
    }
}
