namespace Switchbook.Ldap.Searching;

/// <summary>What <see cref="LdapEntrySet.MoveNext"/> came to.</summary>
public enum LdapStep
{
    /// <summary>There are no more entries.</summary>
    End,

    /// <summary>The current entry may be written.</summary>
    Entry,

    /// <summary>
    /// Much was looked at (a millisecond's work) and nothing found yet: the library sees to the connection's other work and asks
    /// again. A directory with an index need never say so.
    /// </summary>
    Pause,
}
