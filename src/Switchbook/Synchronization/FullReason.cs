namespace Switchbook.Synchronization;

/// <summary>Why a run reads everyone instead of what changed.</summary>
internal enum FullReason
{
    /// <summary>It is the link's first run.</summary>
    First,

    /// <summary>Somebody asked for it.</summary>
    Asked,

    /// <summary>Everyone is read from time to time, to see whether the changes told the truth.</summary>
    Due,

    /// <summary>Other properties or suffixes are mapped than before, or others are in.</summary>
    RulesChanged,

    /// <summary>The link reads another tenant or group than before.</summary>
    ScopeChanged,

    /// <summary>Changes of such a scope cannot be followed: members of nested groups, excluded groups, an OData filter, numbers of Teams, contacts, who is hidden, or because of a setting.</summary>
    NotTracked,

    /// <summary>The service no longer knows where the last run stood.</summary>
    DeltaLost,

    /// <summary>
    /// People joined or left the group, of the newcomers a delta gives the ID alone; or somebody who went from it may be back.
    /// </summary>
    MembersChanged,
}
