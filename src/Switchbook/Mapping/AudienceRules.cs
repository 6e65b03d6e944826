using System.Collections.Immutable;
using Switchbook.Graph;

namespace Switchbook.Mapping;

/// <summary>
/// The one place that decides who is in. Everything but the OData filter is decided here, from what was read of the person and
/// never by Graph: so a full read, a list of changes and the explanation of one person cannot disagree, and everyone who is
/// out has a reason that is counted. What Graph does not tell keeps nobody out.
/// </summary>
internal sealed class AudienceRules
{
    private const string Enabled = "accountEnabled";
    private const string UserType = "userType";
    private const string Shown = "showInAddressList";
    private const string PrincipalName = "userPrincipalName";
    private const string PlanService = "assignedPlans/service";
    private const string PlanStatus = "assignedPlans/capabilityStatus";

    /// <summary>The service of every plan with Teams in it (Graph, "assignedPlan resource type").</summary>
    private const string TeamsService = "TeamspaceAPI";

    private readonly PropertySelection _properties;
    private readonly bool _knowsAccounts;
    private readonly ImmutableArray<Rule> _rules;

    /// <param name="audience">The choices.</param>
    /// <param name="properties">What is read of each person; holds <see cref="Properties"/>.</param>
    /// <param name="outsiders">The object IDs of the members of the excluded groups, whatever their case.</param>
    public AudienceRules(Audience audience, PropertySelection properties, IReadOnlySet<string> outsiders)
    {
        _properties = properties;
        _knowsAccounts = properties.IndexOf(TeamsNumbers.AccountType) >= 0;
        _rules = [.. Rules(audience, outsiders)];
    }

    /// <summary>What has to be read of a person to judge by <paramref name="audience"/>.</summary>
    public static IEnumerable<string> Properties(Audience audience)
    {
        (bool Wanted, string Property)[] all =
        [
            (audience.EnabledOnly, Enabled),
            (!audience.Guests, UserType),
            (audience.LeaveOutHidden, Shown),
            (audience.TeamsOnly, PlanService),
            (audience.TeamsOnly, PlanStatus),
            (audience.Departments.Length > 0, PersonProperties.Department),
            (audience.Companies.Length > 0, PersonProperties.Company),
            (audience.Offices.Length > 0, PersonProperties.Office),
            (audience.Attribute.Length > 0, AudienceCheck.Split(audience.Attribute).Property),
            (audience.ExcludedPeople.Contains('@', StringComparison.Ordinal), PrincipalName),
        ];
        return all.Where(property => property.Wanted).Select(property => property.Property);
    }

    /// <summary>Why the person is left out, by the first rule that does; null for who is in.</summary>
    public SkipReason? FirstOut(Person person)
    {
        foreach (var rule in _rules)
        {
            if (rule.LeavesOut(person))
            {
                return rule.Reason;
            }
        }

        return null;
    }

    /// <summary>What every rule says of the person, in the order in which they are asked.</summary>
    public ImmutableArray<AudienceVerdict> Judge(Person person) =>
    [
        .. _rules.Select(rule => new AudienceVerdict(
            rule.Reason, rule.Property, rule.Property == "id" ? [person.Id] : Values(person, rule.Property), rule.LeavesOut(person))),
    ];

    private IEnumerable<Rule> Rules(Audience audience, IReadOnlySet<string> outsiders)
    {
        var (attribute, wanted) = AudienceCheck.Split(audience.Attribute);
        var people = Audience.Values(audience.ExcludedPeople).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var byName = people.Any(name => name.Contains('@', StringComparison.Ordinal));
        var disabled = Holds(Enabled, "false");
        Rule?[] all =
        [
            audience.EnabledOnly ? new(SkipReason.Disabled, Enabled, person => disabled(person) && !IsResource(person)) : null,
            audience.Guests ? null : new(SkipReason.Guest, UserType, Holds(UserType, "Guest")),
            _knowsAccounts && !audience.ResourceAccounts ? new(SkipReason.ResourceAccount, TeamsNumbers.AccountType, IsResource) : null,
            audience.LeaveOutHidden ? new(SkipReason.Hidden, Shown, Holds(Shown, "false")) : null,
            audience.TeamsOnly ? new(SkipReason.NoTeamsPlan, PlanService, person => !HasTeams(person) && !IsResource(person)) : null,
            Other(SkipReason.OtherDepartment, PersonProperties.Department, audience.Departments),
            Other(SkipReason.OtherCompany, PersonProperties.Company, audience.Companies),
            Other(SkipReason.OtherOffice, PersonProperties.Office, audience.Offices),
            Other(SkipReason.OtherAttribute, attribute, wanted),
            people.Count > 0 ? new(SkipReason.ExcludedPerson, "id", person => people.Contains(person.Id)) : null,
            byName ? new(SkipReason.ExcludedPerson, PrincipalName, person => Values(person, PrincipalName).Any(people.Contains)) : null,
            audience.ExcludedGroups.Length > 0 ? new(SkipReason.ExcludedGroup, "id", person => outsiders.Contains(person.Id)) : null,
        ];
        return all.OfType<Rule>();
    }

    private bool IsResource(Person person) => _knowsAccounts && Values(person, TeamsNumbers.AccountType) is [TeamsNumbers.ResourceAccount];

    private Func<Person, bool> Holds(string property, string value) =>
        person => Values(person, property) is [var only] && only.Equals(value, StringComparison.OrdinalIgnoreCase);

    private Rule? Other(SkipReason reason, string property, string wanted)
    {
        var values = Audience.Values(wanted);
        return values.Length == 0
            ? null
            : new(reason, property, person => !Values(person, property).Any(found => values.Any(value => Fits(found.Trim(), value))));
    }

    private static bool Fits(string found, string wanted) => wanted.EndsWith('*')
        ? found.StartsWith(wanted[..^1], StringComparison.OrdinalIgnoreCase)
        : found.Equals(wanted, StringComparison.OrdinalIgnoreCase);

    /// <summary>A plan in its grace period still works (Graph, "assignedPlan resource type", capabilityStatus).</summary>
    private bool HasTeams(Person person) =>
        Values(person, PlanService).Zip(Values(person, PlanStatus)).Any(plan => plan is (TeamsService, "Enabled" or "Warning"));

    private ImmutableArray<string> Values(Person person, string property) => person.Values[_properties.IndexOf(property)];

    private sealed record Rule(SkipReason Reason, string Property, Func<Person, bool> LeavesOut);
}
