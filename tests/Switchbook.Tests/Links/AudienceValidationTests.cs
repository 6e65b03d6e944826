using Switchbook.Links;
using Switchbook.Mapping;

namespace Switchbook.Tests.Links;

public sealed class AudienceValidationTests
{
    private static readonly LinkDraft Draft = new()
    {
        Name = "TeamsDirectory",
        TenantId = Guid.NewGuid().ToString(),
        ClientId = Guid.NewGuid().ToString(),
    };

    [Theory]
    [InlineData("attribute", "SB-MAP-020")]
    [InlineData("unknown attribute", "SB-MAP-021")]
    [InlineData("exclude-people", "SB-MAP-022")]
    [InlineData("exclude-groups", "SB-MAP-023")]
    [InlineData("filter", "SB-MAP-024")]
    public void What_cannot_be_is_refused_with_the_name_of_its_field(string what, string code)
    {
        var audience = what switch
        {
            "attribute" => new Audience { Attribute = "department" },
            "unknown attribute" => new Audience { Attribute = "deparment=Sales" },
            "exclude-people" => new Audience { ExcludedPeople = "Adele Vance" },
            "exclude-groups" => new Audience { ExcludedGroups = "Sales" },
            _ => new Audience { Filter = new string('x', AudienceCheck.LongestFilter + 1) },
        };

        var (link, faults) = LinkValidation.Check(Draft with { Audience = audience });

        Assert.Null(link);
        var fault = Assert.Single(faults);
        Assert.Equal((what.Split(' ')[^1], code), (fault.Field, fault.Problem.Code));
    }

    [Fact]
    public void Equal_choices_are_saved_as_equal_texts()
    {
        var group = Guid.NewGuid();
        var (link, _) = LinkValidation.Check(Draft with
        {
            Audience = new() { Departments = " Sales ;; Legal;sales", ExcludedGroups = $"{group:B};{group}", Filter = " city eq 'Bern' " },
        });

        Assert.Equal(new Audience { Departments = "Sales;Legal", ExcludedGroups = $"{group}", Filter = "city eq 'Bern'" }, link!.Audience);
    }
}
