using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Switchbook.Access.Clients;
using Switchbook.Access.Views;
using Switchbook.Ldap.Entries;
using Switchbook.Ldap.Filters;
using Switchbook.Ldap.Matching;
using Switchbook.Ldap.Names;
using Switchbook.Ldap.Schema;
using Switchbook.Ldap.Searching;
using Switchbook.Ldap.Tree;
using Switchbook.PhoneDirectory;
using Switchbook.PhoneDirectory.Columns;
using Switchbook.Views;

namespace Switchbook.Ldap;

/// <summary>The system directory as LDAP clients see it: a tree over the snapshot that is served now, the whole one or that of their view.</summary>
internal sealed class DirectoryTree : ILdapDirectory
{
    private readonly CurrentDirectory _directory;
    private readonly ViewedDirectory _views;
    private readonly ClientGate _clients;
    private readonly LdapOptions _options;
    private readonly GrowingTree _whole;

    // A view that is changed is another object; the tree of the old one goes with it.
    private readonly ConditionalWeakTable<ClientView, GrowingTree> _ofViews = [];

    public DirectoryTree(CurrentDirectory directory, ViewedDirectory views, ClientGate clients, IOptions<LdapOptions> options)
    {
        (_directory, _views, _clients, _options) = (directory, views, clients, options.Value);
        _whole = new(new(_options.BaseDn, Schema), Schema);
        NamingContexts = [_whole.Names.Base];
        directory.Published += (_, _) => _whole.Over(directory.Snapshot);
        _whole.Over(directory.Snapshot);
    }

    public LdapSchema Schema => LdapSchema.Standard;

    public IReadOnlyList<DistinguishedName> NamingContexts { get; }

    public LdapSearchAnswer Search(LdapSearchRequest request, LdapPeer peer)
    {
        var view = ViewOf(peer);
        var growing = view is null ? _whole : _ofViews.GetValue(view, Plant);
        if (growing.Over(view is null ? _directory.Snapshot : _views.For(view), request.Resume) is not { } tree)
        {
            return LdapSearchAnswer.Refuse(new(LdapResultCode.UnwillingToPerform, "The directory has changed since the page before."));
        }

        // Who names no root of its own means that of the server.
        var root = request.Base.Equals(_whole.Names.Base) ? growing.Names.Base : request.Base;
        if (tree.Resolve(root, request.Scope, out var nearest) is not { } scope)
        {
            return LdapSearchAnswer.Refuse(LdapResult.NoSuchObject(nearest));
        }

        var units = UnitsOf(tree, scope, request.Filter);
        return LdapSearchAnswer.Of(
            request.Sort.IsEmpty ? new RowSearch(tree.Version, units, scope, Filter(scope, request.Filter), request)
            : scope.Rows is null ? new SortedEntryList(tree.Version, units, request)
            : Sorted(tree, units, scope, request));
    }

    /// <summary>What the client sees as it is known now, whatever it was when it signed in; one that was removed a moment ago sees nothing.</summary>
    private ClientView? ViewOf(LdapPeer peer) => peer.Identity?.Account is Client client ? (_clients.Now(client) is { } now ? now.View : ClientView.Nothing)
        : peer.IsLoopback ? null
        : _clients.AtAddress((peer.Remote as IPEndPoint)?.Address)?.View;

    private GrowingTree Plant(ClientView view) =>
        new(view.BaseDn is { } root && DistinguishedName.TryParse(root, Schema, out _) ? new(root, Schema) : _whole.Names, Schema);

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
