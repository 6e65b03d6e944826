namespace Switchbook.SimulatedTenant;

/// <summary>What a fault strikes.</summary>
public enum FaultTarget
{
    /// <summary>The token endpoint.</summary>
    SignIn,

    /// <summary>The pages of every list: users, groups, members, delta.</summary>
    Page,

    /// <summary>A page of group members, or the group itself.</summary>
    Group,

    /// <summary>A request with a delta token.</summary>
    Delta,
}
