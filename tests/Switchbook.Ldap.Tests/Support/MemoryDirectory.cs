using Switchbook.Ldap.Entries;
using Switchbook.Ldap.Names;
using Switchbook.Ldap.Schema;
using Switchbook.Ldap.Searching;

namespace Switchbook.Ldap.Tests.Support;

/// <summary>A directory that lies in memory as objects: slow and plainly right.</summary>
internal sealed class MemoryDirectory : ILdapDirectory
{
    private readonly Dictionary<DistinguishedName, LdapEntry> _byName;

    public MemoryDirectory(IEnumerable<LdapEntry> entries, LdapSchema schema)
    {
        Schema = schema;
        Entries = [.. entries];
        _byName = Entries.ToDictionary(entry => entry.Name);
        NamingContexts = [Entries[0].Name];
    }

    public LdapSchema Schema { get; }

    public IReadOnlyList<DistinguishedName> NamingContexts { get; }

    /// <summary>The naming context first.</summary>
    public IReadOnlyList<LdapEntry> Entries { get; }

    public ulong Version { get; set; } = 7;

    public LdapSearchAnswer Search(LdapSearchRequest request, LdapPeer peer)
    {
        if (!_byName.ContainsKey(request.Base))
        {
            return LdapSearchAnswer.Refuse(LdapResult.NoSuchObject(Nearest(request.Base)));
        }

        if (request.Resume is { } resume && resume.Version != Version)
        {
            return LdapSearchAnswer.Refuse(new LdapResult(LdapResultCode.UnwillingToPerform, "The data changed."));
        }

        var filter = EntryFilter.Compile(request.Filter, Schema);
        var scoped = Entries.Where(entry => IsInScope(entry.Name, request)).ToList();
        return LdapSearchAnswer.Of(request.Sort.IsEmpty
            ? new LdapEntryList(Version, scoped, request, filter)
            : new SortedEntryList(Version, scoped.Where(filter.Matches), request));
    }

    private static bool IsInScope(DistinguishedName name, LdapSearchRequest request) => request.Scope switch
    {
        LdapScope.BaseObject => name.Equals(request.Base),
        LdapScope.SingleLevel => name.IsBelow(request.Base) && name.Rdns.Length == request.Base.Rdns.Length + 1,
        LdapScope.Subordinates => name.IsBelow(request.Base),
        _ => name.IsWithin(request.Base),
    };

    private DistinguishedName? Nearest(DistinguishedName name) => Entries
        .Select(entry => entry.Name)
        .Where(name.IsBelow)
        .MaxBy(above => above.Rdns.Length);
}
