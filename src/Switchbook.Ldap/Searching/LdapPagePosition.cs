using System.Runtime.InteropServices;

namespace Switchbook.Ldap.Searching;

/// <summary>What a paging cookie holds: the server keeps no state between two pages.</summary>
/// <param name="Version">The <see cref="LdapEntrySet.Version"/> that the page before came from.</param>
/// <param name="Position">The <see cref="LdapEntrySet.Position"/> after its last entry.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LdapPagePosition(ulong Version, long Position);
