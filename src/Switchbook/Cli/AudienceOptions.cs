using System.CommandLine;
using Switchbook.Mapping;

namespace Switchbook.Cli;

/// <summary>The options of <c>link add</c> and <c>link edit</c> that say who is in; what is not given stays as it is.</summary>
internal sealed class AudienceOptions
{
    private readonly Option<bool?> _enabledOnly = new("--enabled-only") { Description = "Leave out disabled accounts (default true)." };
    private readonly Option<bool?> _guests = new("--guests") { Description = "Take guests in (default false)." };
    private readonly Option<bool?> _teamsOnly = new("--teams-only") { Description = "Leave out users without a Teams plan." };
    private readonly Option<bool?> _hidden = new("--leave-out-hidden") { Description = "Leave out people whom Microsoft tells to be hidden from address lists." };
    private readonly Option<string> _departments = new("--departments") { Description = "Only these, separated by ';'; one that ends in * stands for all that begin so." };
    private readonly Option<string> _companies = new("--companies") { Description = "Only these, as --departments." };
    private readonly Option<string> _offices = new("--offices") { Description = "Only these office locations, as --departments." };
    private readonly Option<string> _attribute = new("--attribute") { Description = "Only people whose property has one of these values, as property=value;value." };
    private readonly Option<string> _people = new("--exclude-people") { Description = "Object IDs or user principal names, separated by ';'." };
    private readonly Option<string> _groups = new("--exclude-groups") { Description = "Object IDs of groups, separated by ';'; their members stay out." };
    private readonly Option<bool?> _resources = new("--resource-accounts") { Description = "Take resource accounts of Teams in: auto attendants and call queues." };
    private readonly Option<bool?> _organization = new("--organization-contacts") { Description = "Take the tenant's organizational contacts in." };
    private readonly Option<string> _mailbox = new("--contacts-of") { Description = "Object ID or user principal name of a mailbox whose contacts are in too." };
    private readonly Option<string> _folder = new("--contact-folder") { Description = "A contact folder of that mailbox, instead of the default one." };
    private readonly Option<string> _filter = new("--filter") { Description = "An OData $filter that Microsoft Graph applies, such as startsWith(department,'Sales')." };

    public IEnumerable<Option> All =>
        [_enabledOnly, _guests, _teamsOnly, _hidden, _departments, _companies, _offices, _attribute, _people, _groups, _resources, _organization, _mailbox, _folder, _filter];

    public Audience Read(ParseResult parsed, Audience audience) => Others(parsed, Users(parsed, audience));

    private Audience Users(ParseResult parsed, Audience audience) => audience with
    {
        EnabledOnly = parsed.GetValue(_enabledOnly) ?? audience.EnabledOnly,
        Guests = parsed.GetValue(_guests) ?? audience.Guests,
        TeamsOnly = parsed.GetValue(_teamsOnly) ?? audience.TeamsOnly,
        LeaveOutHidden = parsed.GetValue(_hidden) ?? audience.LeaveOutHidden,
        Departments = parsed.GetValue(_departments) ?? audience.Departments,
        Companies = parsed.GetValue(_companies) ?? audience.Companies,
        Offices = parsed.GetValue(_offices) ?? audience.Offices,
        Attribute = parsed.GetValue(_attribute) ?? audience.Attribute,
        ExcludedPeople = parsed.GetValue(_people) ?? audience.ExcludedPeople,
        ExcludedGroups = parsed.GetValue(_groups) ?? audience.ExcludedGroups,
        Filter = parsed.GetValue(_filter) ?? audience.Filter,
    };

    private Audience Others(ParseResult parsed, Audience audience) => audience with
    {
        ResourceAccounts = parsed.GetValue(_resources) ?? audience.ResourceAccounts,
        OrganizationContacts = parsed.GetValue(_organization) ?? audience.OrganizationContacts,
        MailboxContacts = parsed.GetValue(_mailbox) ?? audience.MailboxContacts,
        ContactFolder = parsed.GetValue(_folder) ?? audience.ContactFolder,
    };
}
