using System.Security.Cryptography;
using Switchbook.Ldap.Schema;
using Switchbook.Ldap.Searching;
using Switchbook.PhoneDirectory;

namespace Switchbook.Ldap.Tree;

/// <summary>The tree over the snapshot that is served now, and the one before, for who reads that page by page.</summary>
internal sealed class GrowingTree(TreeNames names, LdapSchema schema)
{
    private readonly ulong _run = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
    private readonly Lock _one = new();
    private readonly WeakReference<SnapshotTree?> _before = new(null);
    private volatile SnapshotTree? _tree;

    public TreeNames Names => names;

    public SnapshotTree Over(DirectorySnapshot snapshot)
    {
        if (_tree is { } tree && tree.Snapshot == snapshot)
        {
            return tree;
        }

        lock (_one)
        {
            if (_tree is not { } earlier || earlier.Snapshot != snapshot)
            {
                _before.SetTarget(_tree);
                _tree = Grow(snapshot);
            }

            return _tree;
        }
    }

    /// <summary>A page is carried on with the version that it began with, while that is still at hand; null when it is not.</summary>
    public SnapshotTree? Over(DirectorySnapshot snapshot, LdapPagePosition? resume)
    {
        var tree = Over(snapshot);
        return resume is not { } place || place.Version == tree.Version ? tree
            : _before.TryGetTarget(out var before) && before.Version == place.Version ? before
            : null;
    }

    private SnapshotTree Grow(DirectorySnapshot snapshot) =>
        new(snapshot, EntryIds.Mix(EntryIds.Mix(_run, (ulong)snapshot.Version), (ulong)snapshot.DataFrom.UtcTicks), names, schema);
}
