using System.Text;

using Microsoft.Extensions.Options;

using Switchbook.Ldap.Access;
using Switchbook.Ldap.Filters;
using Switchbook.Ldap.Hosting;
using Switchbook.Ldap.Names;
using Switchbook.Ldap.Searching;

namespace Switchbook.Ldap.Sessions;

/// <summary>What all connections of a server share.</summary>
internal sealed class LdapServer
{
    private readonly RecentValues<DistinguishedName> _names = new(256);

    public LdapServer(
        ILdapDirectory directory, ILdapAccess access, IOptions<LdapServerOptions> options, LdapMetrics metrics, TimeProvider time)
    {
        Directory = directory;
        Access = access;
        Options = options.Value;
        Metrics = metrics;
        Time = time;
        Selections = new AttributeSelectionDecoder(directory.Schema);
        Binds = new BindHandler(access, Options);
        Entries = new ServerEntries(directory, Binds, Options);
        Assertions = new AssertionCheck(this);
        Searches = new SearchPlanner(this);
        DefaultBase = Options.DefaultSearchBase is { } text
            ? DistinguishedName.Parse(text, directory.Schema)
            : directory.NamingContexts.Count > 0 ? directory.NamingContexts[0] : DistinguishedName.Empty;
    }

    public ILdapDirectory Directory { get; }

    public ILdapAccess Access { get; }

    public LdapServerOptions Options { get; }

    public LdapMetrics Metrics { get; }

    public TimeProvider Time { get; }

    public AttributeSelectionDecoder Selections { get; }

    public ServerEntries Entries { get; }

    public BindHandler Binds { get; }

    public AssertionCheck Assertions { get; }

    public SearchPlanner Searches { get; }

    /// <summary>The base of a search that names none.</summary>
    public DistinguishedName DefaultBase { get; }

    /// <summary>A decoder for one filter.</summary>
    public FilterDecoder Filters() => new(Directory.Schema, Options.MaximumFilterDepth, Options.MaximumFilterItems);

    /// <summary>Reads a DN as it came; null when it is none.</summary>
    public DistinguishedName? FindName(ReadOnlySpan<byte> octets)
    {
        if (_names.TryGet(octets, 0, out var known))
        {
            return known;
        }

        if (!DistinguishedName.TryParse(Encoding.UTF8.GetString(octets), Directory.Schema, out var name))
        {
            return null;
        }

        _names.Add(octets, 0, name);
        return name;
    }

    /// <summary>Reads the base of a search; null when it is no DN and the options do not pass that over.</summary>
    public DistinguishedName? FindBase(ReadOnlySpan<byte> octets)
    {
        var name = FindName(octets);
        var isKnown = name is not null
            && (name.IsEmpty || name.Equals(Entries.Subschema) || Directory.NamingContexts.Any(name.IsWithin));
        return isKnown || !Options.AcceptAnyBase ? name : DefaultBase;
    }
}
