using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Switchbook.PhoneDirectory;

namespace Switchbook.Web.Entries;

/// <summary>Which entries of a snapshot share their name or number with somebody else; worked out once a snapshot, when first asked for.</summary>
internal sealed class ConflictedEntries
{
    private readonly ConditionalWeakTable<DirectorySnapshot, Lazy<Task<FrozenSet<int>>>> _known = [];

    /// <summary>Their places. Takes about a second for 100,000 entries, away from the window that asks.</summary>
    public Task<FrozenSet<int>> OfAsync(DirectorySnapshot snapshot) =>
        _known.GetValue(snapshot, asked => new(() => Task.Run(() => Find(asked), CancellationToken.None))).Value;

    private static FrozenSet<int> Find(DirectorySnapshot snapshot) =>
        DirectoryConflicts.Find(snapshot)
            .SelectMany(conflict => conflict.Entries)
            .Select(entry => snapshot.TryFind(entry.Id, out var row) ? row : -1)
            .ToFrozenSet();
}
