using Switchbook.Ldap.Names;
using Switchbook.Ldap.Schema;
using Switchbook.Ldap.Searching;

namespace Switchbook.Ldap;

/// <summary>
/// The data behind an LDAP server. The library decodes, checks and answers everything else: root DSE, subschema, compare,
/// assertion, matched values, paging cookies, limits, abandon. All members are called from many threads at once.
/// </summary>
public interface ILdapDirectory
{
    /// <summary>Every attribute type that a filter, a sort key or an attribute list may name; others are unknown. Never changes.</summary>
    LdapSchema Schema { get; }

    /// <summary>The roots of the tree, for the root DSE; the first one stands in for an empty search base. Never changes.</summary>
    IReadOnlyList<DistinguishedName> NamingContexts { get; }

    /// <summary>
    /// Opens the answer to a search over one immutable version of the data, from memory and without blocking. Finding the
    /// entries is best left to <see cref="LdapEntrySet.MoveNext"/>, so that a search limited to 50 entries touches 50.
    /// </summary>
    /// <returns>
    /// The entries, or a refusal such as <see cref="LdapResult.NoSuchObject"/>. When <see cref="LdapSearchRequest.Resume"/>
    /// names a version that is no longer at hand and cannot be carried on from: <see cref="LdapResultCode.UnwillingToPerform"/>.
    /// </returns>
    LdapSearchAnswer Search(LdapSearchRequest request, LdapPeer peer);
}
