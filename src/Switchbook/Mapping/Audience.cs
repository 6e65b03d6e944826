namespace Switchbook.Mapping;

/// <summary>
/// Who of the people in a link's scope is to be in the directory: as an administrator typed it, or, in a saved link, as
/// <see cref="AudienceCheck"/> tidied it. Values in one text are separated by <c>;</c>.
/// </summary>
internal sealed record Audience
{
    /// <summary>Leaves out accounts that are disabled; default on.</summary>
    public bool EnabledOnly { get; init; } = true;

    /// <summary>Takes guests in; default off.</summary>
    public bool Guests { get; init; }

    /// <summary>Leaves out users without a Teams plan that works; default off.</summary>
    public bool TeamsOnly { get; init; }

    /// <summary>
    /// Leaves out who is hidden from address lists; default off, since Graph gives null for many people who are hidden
    /// (<c>showInAddressList</c>: "Do not use in Microsoft Graph").
    /// </summary>
    public bool LeaveOutHidden { get; init; }

    /// <summary>The only departments; a value that ends in <c>*</c> stands for all that begin so. Empty for any.</summary>
    public string Departments { get; init; } = "";

    /// <inheritdoc cref="Departments"/>
    public string Companies { get; init; } = "";

    /// <inheritdoc cref="Departments"/>
    public string Offices { get; init; } = "";

    /// <summary><c>property=value</c> with the only values of one further property; empty for any.</summary>
    public string Attribute { get; init; } = "";

    /// <summary>Object IDs or user principal names of people who stay out.</summary>
    public string ExcludedPeople { get; init; } = "";

    /// <summary>Object IDs of groups whose members stay out, those of groups within them too.</summary>
    public string ExcludedGroups { get; init; } = "";

    /// <summary>
    /// Takes in resource accounts of Teams (auto attendants, call queues), whose sign-in is disabled as a rule; default off.
    /// </summary>
    public bool ResourceAccounts { get; init; }

    /// <summary>Takes in the tenant's organizational contacts too; default off.</summary>
    public bool OrganizationContacts { get; init; }

    /// <summary>The object ID or user principal name of a mailbox whose contacts are in too; empty for none.</summary>
    public string MailboxContacts { get; init; } = "";

    /// <summary>The name or ID of a contact folder of that mailbox; empty for the default one.</summary>
    public string ContactFolder { get; init; } = "";

    /// <summary>An OData <c>$filter</c> over users that Graph applies; empty for none.</summary>
    public string Filter { get; init; } = "";

    /// <summary>The values of one of the texts.</summary>
    public static string[] Values(string text) => text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
