using System.Collections.Immutable;
using Switchbook.Graph;
using Switchbook.Mapping;

namespace Switchbook.Tests.Mapping;

public sealed class AudienceRulesTests
{
    private const string Somebody = "11111111-1111-1111-1111-111111111111";

    [Fact]
    public void Without_a_word_disabled_accounts_and_guests_are_out_and_nobody_else()
    {
        var usual = new Audience();

        Assert.Equal(SkipReason.Disabled, Out(usual, ("accountEnabled", ["false"])));
        Assert.Equal(SkipReason.Guest, Out(usual, ("userType", ["Guest"])));
        Assert.Null(Out(usual, ("accountEnabled", ["true"]), ("userType", ["Member"]), ("showInAddressList", ["false"])));
    }

    [Fact]
    public void What_Graph_does_not_tell_keeps_nobody_out() => Assert.Null(Out(new Audience { LeaveOutHidden = true }));

    [Fact]
    public void Disabled_accounts_and_guests_are_in_on_request() =>
        Assert.Null(Out(new Audience { EnabledOnly = false, Guests = true }, ("accountEnabled", ["false"]), ("userType", ["Guest"])));

    [Fact]
    public void Who_is_hidden_from_address_lists_is_out_on_request() =>
        Assert.Equal(SkipReason.Hidden, Out(new Audience { LeaveOutHidden = true }, ("showInAddressList", ["false"])));

    [Theory]
    [InlineData("TeamspaceAPI", "Enabled", true)]
    [InlineData("TeamspaceAPI", "Warning", true)]
    [InlineData("TeamspaceAPI", "Suspended", false)]
    [InlineData("exchange", "Enabled", false)]
    public void Teams_users_are_those_whose_plan_with_Teams_works(string service, string status, bool isIn)
    {
        var found = Out(
            new Audience { TeamsOnly = true },
            ("assignedPlans/service", ["exchange", service]),
            ("assignedPlans/capabilityStatus", ["Deleted", status]));

        Assert.Equal(isIn ? null : SkipReason.NoTeamsPlan, found);
    }

    [Theory]
    [InlineData("Sales", true)]
    [InlineData(" sales ", true)]
    [InlineData("Support EMEA", true)]
    [InlineData("Sales EMEA", false)]
    [InlineData(null, false)]
    public void Departments_are_chosen_by_name_or_by_how_they_begin(string? department, bool isIn)
    {
        var found = Out(new Audience { Departments = "Sales;Support*" }, ("department", department is null ? [] : [department]));

        Assert.Equal(isIn ? null : SkipReason.OtherDepartment, found);
    }

    [Fact]
    public void Companies_offices_and_an_attribute_have_a_reason_each()
    {
        var audience = new Audience { Companies = "Contoso, Inc.", Offices = "18/*", Attribute = "onPremisesExtensionAttributes/extensionAttribute1=desk;hall" };
        (string, string[]) company = ("companyName", ["contoso, inc."]);
        (string, string[]) office = ("officeLocation", ["18/2111"]);

        Assert.Equal(SkipReason.OtherCompany, Out(audience));
        Assert.Equal(SkipReason.OtherOffice, Out(audience, company));
        Assert.Equal(SkipReason.OtherAttribute, Out(audience, company, office));
        Assert.Null(Out(audience, company, office, ("onPremisesExtensionAttributes/extensionAttribute1", ["Hall"])));
    }

    [Fact]
    public void People_are_excluded_by_object_ID_by_principal_name_and_by_group()
    {
        (string, string[]) name = ("userPrincipalName", ["Adele@contoso.example"]);

        Assert.Equal(SkipReason.ExcludedPerson, Out(new Audience { ExcludedPeople = Somebody.ToUpperInvariant() }));
        Assert.Equal(SkipReason.ExcludedPerson, Out(new Audience { ExcludedPeople = "adele@contoso.example" }, name));
        Assert.Null(Out(new Audience { ExcludedPeople = "alex@contoso.example" }, name));
        Assert.Equal(SkipReason.ExcludedGroup, Out(new Audience { ExcludedGroups = Guid.NewGuid().ToString() }));
    }

    [Fact]
    public void Every_rule_says_what_it_saw_also_when_an_earlier_one_left_the_person_out()
    {
        var verdicts = Judge(new Audience { Departments = "Sales" }, ("accountEnabled", ["false"]), ("department", ["Legal"]));

        Assert.Equal(
            "Disabled accountEnabled=false out, Guest userType= in, OtherDepartment department=Legal out",
            string.Join(", ", verdicts.Select(verdict =>
                $"{verdict.Reason} {verdict.Property}={string.Join('|', verdict.Values)} {(verdict.IsOut ? "out" : "in")}")));
    }

    [Fact]
    public void Only_what_the_rules_look_at_is_read_in_addition()
    {
        Assert.True(MappingParser.TryParse("displayName", "businessPhones", out var mapping, out _));
        string Added(Audience audience) => new ContentRules(mapping, audience).Properties.Select[mapping.Properties.Select.Length..];

        Assert.Equal(",accountEnabled,userType", Added(new Audience()));
        Assert.Equal("", Added(new Audience { EnabledOnly = false, Guests = true, Departments = "Sales", ExcludedPeople = Somebody }));
        Assert.Equal(",assignedPlans,officeLocation", Added(new Audience { EnabledOnly = false, Guests = true, TeamsOnly = true, Offices = "18*" }));
    }

    [Theory]
    [InlineData("enabled")]
    [InlineData("guests")]
    [InlineData("filter")]
    [InlineData("fields")]
    public void Any_other_choice_is_another_fingerprint(string change)
    {
        Assert.True(MappingParser.TryParse("displayName", "businessPhones", out var mapping, out _));
        Assert.True(MappingParser.TryParse("displayName", "mobilePhone", out var other, out _));
        var rules = new ContentRules(mapping, new Audience());
        var changed = change switch
        {
            "enabled" => rules with { Audience = new Audience { EnabledOnly = false } },
            "guests" => rules with { Audience = new Audience { Guests = true } },
            "filter" => rules with { Audience = new Audience { Filter = "city eq 'Bern'" } },
            _ => rules with { Fields = other },
        };

        Assert.NotEqual(rules.Fingerprint, changed.Fingerprint);
        Assert.Equal(rules.Fingerprint, new ContentRules(mapping, new Audience()).Fingerprint);
    }

    private static SkipReason? Out(Audience audience, params (string Property, string[] Values)[] values)
    {
        var verdict = Judge(audience, values).FirstOrDefault(verdict => verdict.IsOut)?.Reason;
        var (rules, person) = Rules(audience, values);
        Assert.Equal(verdict, rules.FirstOut(person));
        return verdict;
    }

    private static ImmutableArray<AudienceVerdict> Judge(Audience audience, params (string Property, string[] Values)[] values)
    {
        var (rules, person) = Rules(audience, values);
        return rules.Judge(person);
    }

    private static (AudienceRules Rules, Person Person) Rules(Audience audience, (string Property, string[] Values)[] values)
    {
        var properties = new PropertySelection(AudienceRules.Properties(audience));
        var read = properties.Paths.Select(path => values.FirstOrDefault(value => value.Property == path).Values ?? []);
        return (new(audience, properties, new HashSet<string> { Somebody }), new(Somebody, [.. read.Select(found => found.ToImmutableArray())]));
    }
}
