using System.Text;
using Switchbook.Ldap.Entries;
using Switchbook.Ldap.Names;
using Switchbook.Ldap.Rows;
using Switchbook.Ldap.Schema;
using Switchbook.Ldap.Searching;
using Switchbook.PhoneDirectory;
using Switchbook.PhoneDirectory.Columns;

namespace Switchbook.Ldap.Tree;

/// <summary>One snapshot as a tree.</summary>
internal sealed class SnapshotTree
{
    private readonly LdapSchema _schema;
    private readonly TreeNames _names;
    private readonly AttributeType _uid;
    private readonly PersonRows _people;
    private readonly EntryRows _entries;
    private readonly RowPlace _peoplePlace;
    private readonly RowPlace _entriesPlace;
    private readonly RowPlace _linksPlace;
    private readonly RowPlace[] _linkPlaces;

    public SnapshotTree(DirectorySnapshot snapshot, ulong version, TreeNames names, LdapSchema schema)
    {
        (Snapshot, Version, _names, _schema, _uid) = (snapshot, version, names, schema, schema.Required("uid"));
        var constants = new RowConstants(snapshot.DataFrom);
        Units = new(snapshot, names, schema);
        _people = new(snapshot, RowFields.People(schema), constants, schema);
        _entries = new(snapshot, RowFields.Entries(schema), constants);
        _peoplePlace = new("people", Same(names.People));
        _entriesPlace = new("directory", Same(names.Entries), repeats: true);
        byte[][] links = [.. Units.OfLinks.Select(unit => Suffix(unit?.Name ?? names.Links))];
        _linksPlace = new("links", links, linkedOnly: true, repeats: true);
        _linkPlaces = [.. Enumerable.Range(0, links.Length).Select(source => new RowPlace($"link {source}", links, source, repeats: true))];
    }

    public DirectorySnapshot Snapshot { get; }

    public ulong Version { get; }

    public TreeUnits Units { get; }

    /// <summary>Orders that were asked for over a whole table, kept for the next who asks.</summary>
    public KnownOrders Orders { get; } = new();

    /// <summary>What a search looks at; null when there is no such base, with the nearest entry above it.</summary>
    public TreeScope? Resolve(DistinguishedName name, LdapScope scope, out DistinguishedName? nearest)
    {
        nearest = null;
        if (name.Equals(_names.Base))
        {
            return OfBase(scope);
        }

        if (!name.IsBelow(_names.Base))
        {
            return null;
        }

        nearest = _names.Base;
        return Resolve(name, scope, Units.People, _people, _peoplePlace, ref nearest)
            ?? Resolve(name, scope, Units.Entries, _entries, _entriesPlace, ref nearest)
            ?? ResolveLinks(name, scope, ref nearest);
    }

    private TreeScope OfBase(LdapScope scope) => scope switch
    {
        LdapScope.BaseObject => new([Units.Base]),
        LdapScope.SingleLevel => new([Units.People, Units.Entries, Units.Links]),
        LdapScope.WholeSubtree => TreeScope.Of([Units.Base, Units.People], _people, _peoplePlace),
        _ => TreeScope.Of([Units.People], _people, _peoplePlace),
    };

    private TreeScope? ResolveLinks(DistinguishedName name, LdapScope scope, ref DistinguishedName? nearest)
    {
        var units = Units.OfLinks.OfType<LdapEntry>().ToList();
        if (name.Equals(_names.Links))
        {
            return scope switch
            {
                LdapScope.BaseObject => new([Units.Links]),
                LdapScope.SingleLevel => new(units),
                LdapScope.WholeSubtree => TreeScope.Of([Units.Links, .. units], _people, _linksPlace),
                _ => TreeScope.Of(units, _people, _linksPlace),
            };
        }

        if (!name.IsBelow(_names.Links))
        {
            return null;
        }

        nearest = _names.Links;
        for (var source = 0; source < Units.OfLinks.Count; source++)
        {
            if (Units.OfLinks[source] is { } unit
                && Resolve(name, scope, unit, _people, _linkPlaces[source], ref nearest) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>A unit with rows below it, or one of these rows; what lies below a row is not there, and the row is the nearest.</summary>
    private TreeScope? Resolve(
        DistinguishedName name, LdapScope scope, LdapEntry unit, RowTable rows, RowPlace place, ref DistinguishedName? nearest)
    {
        if (name.Equals(unit.Name))
        {
            return scope switch
            {
                LdapScope.BaseObject => new([unit]),
                LdapScope.WholeSubtree => TreeScope.Of([unit], rows, place),
                _ => TreeScope.Of([], rows, place),
            };
        }

        if (!name.IsBelow(unit.Name))
        {
            return null;
        }

        nearest = unit.Name;
        var steps = name.Rdns.Length - unit.Name.Rdns.Length;
        if (name.Rdns[steps - 1].Values is not [{ } rdn] || rdn.Type != _uid || RowOf(rdn.Value, rows, place) is not { } row)
        {
            return null;
        }

        if (steps > 1)
        {
            nearest = DistinguishedName.Parse(place.NameOf(rows, row), _schema);
            return null;
        }

        return scope is LdapScope.BaseObject or LdapScope.WholeSubtree ? new([], rows, place, row, row + 1) : new([]);
    }

    private static int? RowOf(string uid, RowTable rows, RowPlace place)
    {
        using var found = new RowSet(rows.Count);
        rows.AddRowsOfUid(uid.Trim(), found);
        for (var row = found.Next(0); row >= 0; row = found.Next(row + 1))
        {
            if (place.Holds(rows, row))
            {
                return row;
            }
        }

        return null;
    }

    private byte[][] Same(DistinguishedName above) => [.. Snapshot.Sources.Select(_ => Suffix(above))];

    private static byte[] Suffix(DistinguishedName above) => Encoding.UTF8.GetBytes($",{above}");
}
