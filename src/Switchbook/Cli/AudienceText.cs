using Switchbook.Mapping;

namespace Switchbook.Cli;

/// <summary>Who is in, in words.</summary>
internal static class AudienceText
{
    public static string Of(Audience audience)
    {
        string?[] parts =
        [
            audience.EnabledOnly ? "enabled accounts" : "disabled accounts too",
            audience.Guests ? "guests too" : "no guests",
            audience.TeamsOnly ? "with a Teams plan" : null,
            audience.LeaveOutHidden ? "not hidden from address lists" : null,
            Only("department", audience.Departments),
            Only("company", audience.Companies),
            Only("office", audience.Offices),
            audience.Attribute.Length > 0 ? audience.Attribute : null,
            audience.Filter.Length > 0 ? $"filter {audience.Filter}" : null,
            audience.ResourceAccounts ? "resource accounts of Teams too" : null,
            audience.OrganizationContacts ? "organizational contacts too" : null,
            audience.MailboxContacts.Length > 0 ? $"contacts of {audience.MailboxContacts}{(audience.ContactFolder.Length > 0 ? $" in {audience.ContactFolder}" : "")} too" : null,
            Without("people", audience.ExcludedPeople),
            Without("members of groups", audience.ExcludedGroups),
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    private static string? Only(string what, string values) => values.Length > 0 ? $"{what} {string.Join(" or ", Audience.Values(values))}" : null;

    private static string? Without(string what, string values) => values.Length > 0 ? $"without {what} {string.Join(", ", Audience.Values(values))}" : null;
}
