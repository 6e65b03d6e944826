namespace Switchbook.Tests.Synchronization.Histories;

/// <summary>Whose people a link takes.</summary>
internal enum PlainScope
{
    Tenant,
    DirectMembers,

    /// <summary>Those of the group within the group too; their changes cannot be followed.</summary>
    AllMembers,
}
