using System.Collections.Immutable;

namespace Switchbook.Synchronization;

/// <summary>What a run does to the entries that phones see, where the directory's limit leaves some of them out.</summary>
internal static class LimitedChanges
{
    /// <param name="changes">The difference as if there were no limit.</param>
    /// <param name="outBefore">The link's entries that the limit left out before.</param>
    /// <param name="outAfter">The link's entries that the limit leaves out afterwards.</param>
    public static ImmutableArray<EntryChange> Seen(
        IEnumerable<EntryChange> changes,
        IEnumerable<EntryKey> outBefore,
        IEnumerable<EntryKey> outAfter)
    {
        var leftBefore = outBefore.ToHashSet();
        var leftAfter = outAfter.ToHashSet();
        var appear = leftBefore.Except(leftAfter).ToHashSet();
        var disappear = leftAfter.Except(leftBefore).ToHashSet();
        var seen = ImmutableArray.CreateBuilder<EntryChange>();
        foreach (var change in changes)
        {
            var after = new EntryKey(change.Person, change.Name, change.Number);
            var before = change.Before is { } text ? new EntryKey(change.Person, text.Name, text.Number) : after;
            appear.Remove(before);
            disappear.Remove(after);
            if (Seen(change, leftBefore.Contains(before), leftAfter.Contains(after)) is { } visible)
            {
                seen.Add(visible);
            }
        }

        seen.AddRange(appear.Select(key => new EntryChange(ChangeKind.Added, key.Person, key.Name, key.Number)));
        seen.AddRange(disappear.Select(key => new EntryChange(ChangeKind.Removed, key.Person, key.Name, key.Number)));
        return seen.ToImmutable();
    }

    private static EntryChange? Seen(EntryChange change, bool wasOut, bool isOut) => change.Kind switch
    {
        ChangeKind.Added => isOut ? null : change,
        ChangeKind.Removed => wasOut ? null : change,
        _ => (wasOut, isOut) switch
        {
            (false, false) => change,
            (true, true) => null,
            (true, false) => change with { Kind = ChangeKind.Added, Before = null },
            (false, true) => new(ChangeKind.Removed, change.Person, change.Before!.Name, change.Before.Number),
        },
    };
}
