using System.Collections.Immutable;

using Switchbook.Ldap.Filters;
using Switchbook.Ldap.Names;

namespace Switchbook.Ldap.Searching;

/// <summary>
/// A search, decoded and resolved against the schema (RFC 4511, section 4.5.1). It may be kept as long as the answer is:
/// all memory in it belongs to it.
/// </summary>
public sealed record LdapSearchRequest
{
    /// <summary>Never empty: the library itself answers for the root DSE and puts the default naming context in for other scopes.</summary>
    public required DistinguishedName Base { get; init; }

    public required LdapScope Scope { get; init; }

    /// <summary>In negation normal form, see <see cref="LdapFilter"/>.</summary>
    public required LdapFilter Filter { get; init; }

    /// <summary>The attributes to write into each entry, under the names that the client knows them by.</summary>
    public required LdapAttributeSelection Attributes { get; init; }

    /// <summary>
    /// How many entries at most the library will take (1 to <see cref="int.MaxValue"/>): the least of the client's limit, the
    /// server's, and the page size. A hint for planning; the library does the counting and takes one step more to see if there
    /// would have been another.
    /// </summary>
    public int EntryLimit { get; init; } = int.MaxValue;

    /// <summary>The wished order, most significant key first; empty when any order will do.</summary>
    public ImmutableArray<LdapSortKey> Sort { get; init; } = [];

    /// <summary>
    /// Whether <see cref="LdapEntrySet.Count"/>, <see cref="LdapEntrySet.LowerBound"/> and <see cref="LdapEntrySet.Seek"/> to any
    /// row will be used: set for a virtual list view, and only together with <see cref="Sort"/>.
    /// </summary>
    public bool RandomAccess { get; init; }

    /// <summary>Where an earlier page ended, when this search carries one on; null for a search from the beginning.</summary>
    public LdapPagePosition? Resume { get; init; }

    /// <summary>Says when nobody waits for the answer any more; a long scan inside one <c>MoveNext</c> should look at it.</summary>
    public required LdapStopSignal Stop { get; init; }
}
