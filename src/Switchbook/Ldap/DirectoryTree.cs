using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Switchbook.Ldap.Entries;
using Switchbook.Ldap.Filters;
using Switchbook.Ldap.Matching;
using Switchbook.Ldap.Names;
using Switchbook.Ldap.Schema;
using Switchbook.Ldap.Searching;
using Switchbook.Ldap.Tree;
using Switchbook.PhoneDirectory;
using Switchbook.PhoneDirectory.Columns;

namespace Switchbook.Ldap;

/// <summary>The system directory as LDAP clients see it: a tree over the snapshot that is served now.</summary>
internal sealed class DirectoryTree : ILdapDirectory
{
    private readonly CurrentDirectory _directory;
    private readonly LdapOptions _options;
    private readonly TreeNames _names;
    private readonly ulong _run = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
    private readonly WeakReference<SnapshotTree?> _before = new(null);
    private volatile SnapshotTree _tree;

    public DirectoryTree(CurrentDirectory directory, IOptions<LdapOptions> options)
    {
        (_directory, _options) = (directory, options.Value);
        _names = new(_options.BaseDn, Schema);
        NamingContexts = [_names.Base];
        _tree = Grow(directory.Snapshot);
        directory.Published += (_, _) => Refresh();
        Refresh();
    }

    public LdapSchema Schema => LdapSchema.Standard;

    public IReadOnlyList<DistinguishedName> NamingContexts { get; }

    public LdapSearchAnswer Search(LdapSearchRequest request, LdapPeer peer)
    {
        if (TreeFor(request.Resume) is not { } tree)
        {
            return LdapSearchAnswer.Refuse(new(LdapResultCode.UnwillingToPerform, "The directory has changed since the page before."));
        }

        if (tree.Resolve(request.Base, request.Scope, out var nearest) is not { } scope)
        {
            return LdapSearchAnswer.Refuse(LdapResult.NoSuchObject(nearest));
        }

        var units = UnitsOf(tree, scope, request.Filter);
        return LdapSearchAnswer.Of(
            request.Sort.IsEmpty ? new RowSearch(tree.Version, units, scope, Filter(scope, request.Filter), request)
            : scope.Rows is null ? new SortedEntryList(tree.Version, units, request)
            : Sorted(tree, units, scope, request));
    }

    private void Refresh()
    {
        var snapshot = _directory.Snapshot;
        if (snapshot != _tree.Snapshot)
        {
            _before.SetTarget(_tree);
            _tree = Grow(snapshot);
        }
    }

    private SnapshotTree Grow(DirectorySnapshot snapshot) =>
        new(snapshot, EntryIds.Mix(EntryIds.Mix(_run, (ulong)snapshot.Version), (ulong)snapshot.DataFrom.UtcTicks), _names, Schema);

    /// <summary>A page is carried on with the version that it began with, while that is still at hand.</summary>
    private SnapshotTree? TreeFor(LdapPagePosition? resume)
    {
        var tree = _tree;
        return resume is not { } place || place.Version == tree.Version ? tree
            : _before.TryGetTarget(out var before) && before.Version == place.Version ? before
            : null;
    }

    private LdapEntry[] UnitsOf(SnapshotTree tree, TreeScope scope, LdapFilter filter)
    {
        if (scope.Units.Count == 0 || !tree.Units.MayMatch(filter))
        {
            return [];
        }

        var test = EntryFilter.Compile(filter, Schema);
        return [.. scope.Units.Where(test.Matches)];
    }

    private RowFilter Filter(TreeScope scope, LdapFilter filter) =>
        scope.Rows is null ? RowFilter.None : new FilterPlanner(scope.Rows, scope.Place!, Schema, _options).Plan(filter);

    private SortedSearch Sorted(SnapshotTree tree, LdapEntry[] units, TreeScope scope, LdapSearchRequest request)
    {
        var (table, place) = (scope.Rows!, scope.Place!);
        using var filter = Filter(scope, request.Filter);
        var order = new RowOrder(table, place, request.Sort, _options);
        if (filter == RowFilter.All && scope.To - scope.From == table.Count)
        {
            return new(tree.Version, units, scope, order, order.All(tree.Orders), request);
        }

        using var found = new RowSet(table.Count);
        filter.AddTo(scope.From, scope.To, found);
        for (var row = found.Next(0); row >= 0; row = found.Next(row + 1))
        {
            if (!place.Holds(table, row))
            {
                found.Remove(row);
            }
        }

        return new(tree.Version, units, scope, order, order.Of(found, tree.Orders), request);
    }
}
