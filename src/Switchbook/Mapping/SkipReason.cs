namespace Switchbook.Mapping;

/// <summary>Why a person gives no entry, in the order in which it is asked. The names are stable: runs are stored with them.</summary>
internal enum SkipReason
{
    /// <summary>The account is disabled.</summary>
    Disabled,

    /// <summary>A guest.</summary>
    Guest,

    /// <summary>A resource account of Teams: an auto attendant or a call queue.</summary>
    ResourceAccount,

    /// <summary>Hidden from address lists.</summary>
    Hidden,

    /// <summary>No plan with Teams in it that works.</summary>
    NoTeamsPlan,

    OtherDepartment,

    OtherCompany,

    OtherOffice,

    /// <summary>The attribute that the link names holds none of the values it wants.</summary>
    OtherAttribute,

    /// <summary>Excluded by object ID or user principal name.</summary>
    ExcludedPerson,

    /// <summary>In an excluded group.</summary>
    ExcludedGroup,

    /// <summary>The name field is empty.</summary>
    NoName,

    /// <summary>None of the mapped number fields holds anything.</summary>
    NoNumber,

    /// <summary>The mapped number fields hold only texts without a digit, or too long to be a number.</summary>
    NoUsableNumber,
}
