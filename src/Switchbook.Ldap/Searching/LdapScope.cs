namespace Switchbook.Ldap.Searching;

/// <summary>How far below the base a search reaches (RFC 4511, section 4.5.1.2).</summary>
public enum LdapScope
{
    /// <summary>The base entry alone.</summary>
    BaseObject = 0,

    /// <summary>The entries right below the base, without the base itself.</summary>
    SingleLevel = 1,

    /// <summary>The base and everything below it.</summary>
    WholeSubtree = 2,

    /// <summary>Everything below the base, without the base itself (draft-sermersheim-ldap-subordinate-scope).</summary>
    Subordinates = 3,
}
