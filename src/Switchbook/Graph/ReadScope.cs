namespace Switchbook.Graph;

/// <summary>Whose people a link reads.</summary>
internal abstract record ReadScope
{
    private ReadScope()
    {
    }

    /// <summary>Whether contacts are read rather than users.</summary>
    public bool IsOfContacts => this is OrganizationContacts or MailboxContacts;

    /// <summary>All users of the tenant.</summary>
    internal sealed record Tenant : ReadScope;

    /// <summary>The users of one group, those of groups within it too unless only direct members count.</summary>
    internal sealed record Group(string GroupId, bool DirectMembersOnly) : ReadScope;

    /// <summary>The configurations of those who use Teams, whatever their group.</summary>
    internal sealed record Teams : ReadScope;

    /// <summary>The organizational contacts of the tenant.</summary>
    internal sealed record OrganizationContacts : ReadScope;

    /// <summary>The contacts of a mailbox.</summary>
    /// <param name="Mailbox">The object ID or the user principal name of whose it is.</param>
    /// <param name="Folder">The name or the ID of one of its contact folders; null for the default one.</param>
    internal sealed record MailboxContacts(string Mailbox, string? Folder) : ReadScope;
}
