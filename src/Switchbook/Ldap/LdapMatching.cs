namespace Switchbook.Ldap;

/// <summary>How filters are held against entries.</summary>
internal enum LdapMatching
{
    /// <summary>As people and phones need it: names folded and word by word, numbers in any format.</summary>
    Extended,

    /// <summary>As RFC 4517 has it and nothing more.</summary>
    Strict,
}
