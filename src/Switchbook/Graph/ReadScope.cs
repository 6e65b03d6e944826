namespace Switchbook.Graph;

/// <summary>Whose people a link reads.</summary>
internal abstract record ReadScope
{
    private ReadScope()
    {
    }

    /// <summary>All users of the tenant.</summary>
    internal sealed record Tenant : ReadScope;

    /// <summary>The users of one group, those of groups within it too unless only direct members count.</summary>
    internal sealed record Group(string GroupId, bool DirectMembersOnly) : ReadScope;
}
