namespace Switchbook.Ldap.Sessions;

/// <summary>How far a search came in one go.</summary>
internal enum SearchProgress
{
    /// <summary>All is written, the end too; or the search was abandoned and nothing more will be.</summary>
    Done,

    /// <summary>There is enough to send.</summary>
    Full,

    /// <summary>Much was looked at and little found: other work may want its turn.</summary>
    Paused,
}
